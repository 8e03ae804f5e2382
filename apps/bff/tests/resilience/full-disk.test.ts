import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openEmbeddedStore } from '#bff/couch/embedded/embedded-store.ts'
import { type Client, type Reply, startApp, type TestApp } from '../_app.ts'
import { mountSmallDisk, type SmallDisk, whyNoSmallDisk } from '../_small-disk.ts'

const whyNot = whyNoSmallDisk()
/** Enough of a text to tell it from others where a test fails. */
const shortly = (text: string) => `${text.slice(0, 20)}… ${text.length}`
const category = (number: number) => `/v2/system_configs/zz.${number}`

describe.skipIf(whyNot !== undefined)(['a full disk', whyNot].join(' '), () => {
  let disk: SmallDisk
  let folder: string
  let app: TestApp
  let client: Client
  /** What was acknowledged, by the number of its category. */
  let acknowledged: Map<number, string>
  let next: number

  beforeEach(async () => {
    disk = mountSmallDisk(48)
    folder = join(disk.folder, 'data')
    const store = await openEmbeddedStore(folder)
    app = await startApp({ start: async () => ({ store, stop: () => store.close() }) })
    client = app.as('superduper')
    acknowledged = new Map()
    next = 0
  })
  afterEach(async () => {
    await app.stop().finally(() => disk.remove())
  })

  async function save(bytes = 2000): Promise<Reply> {
    const number = next++
    const text = `${number} ${randomBytes(bytes / 2).toString('hex')}`
    const reply = await client.put(category(number), { default: { text } })
    if (reply.status === 201) acknowledged.set(number, shortly(text))
    return reply
  }

  /** Saves until there is no room: what remains of a block is used up first. */
  async function saveUntilFull(): Promise<Reply> {
    for (;;) {
      const reply = await save()
      if (reply.status !== 201) return reply
    }
  }

  async function expectNothingLost(): Promise<void> {
    const read = new Map<number, string>()
    for (let number = 0; number < next; number++) {
      const { status, body } = await client.get(category(number))
      expect(status).toBe(200)
      const { data } = body as { data: { default?: { text?: string } } }
      // A category that is not stored has an empty section.
      if (data.default?.text !== undefined) read.set(number, shortly(data.default.text))
    }
    expect(read).toEqual(acknowledged)
  }

  it('answers writes 507 in words and tells of it, reads go on, and it goes on by itself once there is room', async () => {
    for (let count = 0; count < 50; count++) await save()
    for (let round = 0; round < 3; round++) {
      disk.fill()
      expect(await saveUntilFull()).toMatchObject({
        status: 507,
        body: {
          data: { cause: 'The disk of the data store is full. Nothing was saved: try again once there is room.' },
        },
      })
      expect((await save()).status).toBe(507)
      expect(await client.get('/readyz')).toMatchObject({ status: 503, body: { data: { store: 'no room left' } } })
      await expectNothingLost()

      disk.makeRoom()
      if (round === 0) expect((await client.get('/readyz')).status).toBe(200)
      expect((await save()).status).toBe(201)
      expect((await client.get('/readyz')).status).toBe(200)
      await expectNothingLost()
    }
    await app.context.store.close()
    const again = await openEmbeddedStore(folder)
    expect(await again.database('system_config').ids()).toHaveLength(acknowledged.size)
    await again.close()
  })

  for (const megabytes of [1, 3]) {
    it(`goes on reading where there is room for ${megabytes} MB only, and writing with the next that there is`, async () => {
      // A log of some length, which the table reads and writes out anew when it is opened.
      for (let count = 0; count < 70; count++) await save(100_000)
      disk.fill()
      expect((await saveUntilFull()).status).toBe(507)
      disk.makeRoom()
      disk.fill(megabytes * 1024 * 1024)
      for (let count = 0; count < 5; count++) await save()
      await expectNothingLost()
      disk.makeRoom()
      expect((await save()).status).toBe(201)
      await expectNothingLost()
    })
  }

  it('stops a start after a kill in words, and is not taken for damage, also where loss is accepted', async () => {
    for (let count = 0; count < 50; count++) await save(20_000)
    await app.context.store.close()
    await rm(join(folder, 'closed'))
    disk.fill()
    for (const options of [{}, { onLoss: () => expect.fail('nothing is lost') }]) {
      await expect(openEmbeddedStore(folder, options)).rejects.toMatchObject({ kind: 'no-room' })
    }
    disk.makeRoom()
    const again = await openEmbeddedStore(folder)
    expect(await again.database('system_config').ids()).toHaveLength(acknowledged.size)
    await again.close()
  })

  it('stops a start in words', async () => {
    await app.context.store.close()
    disk.fill()
    await expect(openEmbeddedStore(folder)).rejects.toMatchObject({
      kind: 'no-room',
      message: expect.stringContaining(folder),
    })
    disk.makeRoom()
    await (await openEmbeddedStore(folder)).close()
  })
})
