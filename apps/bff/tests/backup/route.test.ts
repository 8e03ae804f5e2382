import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeBackup } from '#bff/backup/make-backup.ts'
import { backup } from '#bff/commands/backup.ts'
import type { Store } from '#bff/couch/store.ts'
import { startApp, type TestApp } from '../_app.ts'
import { temporaryFolder } from '../_stores.ts'
import { browserOf } from '../storage/_documents.ts'

const path = '/console/backup'
const documents = 3000

describe('GET /console/backup', () => {
  let app: TestApp
  let folder: string
  beforeAll(async () => {
    folder = await temporaryFolder()
    app = await startApp()
    await app.store.create('many')
    // Hardly compressed, so that little of it fills what lies between reading and taking.
    const padding = () => randomBytes(1000).toString('base64')
    const draft = (n: number) => ({ id: `${n}`, fields: { n, text: padding(), secret: 'hush-hush' }, private: {} })
    await app.store.database('many').bulk(Array.from({ length: documents }, (_, n) => draft(n)))
  })
  afterAll(async () => {
    await app.stop()
    await rm(folder, { recursive: true })
  })

  /** A store that counts the documents that a backup reads, and notes when it stops. */
  function watched(store: Store) {
    const seen = { documents: 0, isOver: false }
    const database: Store['database'] = (name) => ({
      ...store.database(name),
      async *whole() {
        try {
          for await (const document of store.database(name).whole()) {
            seen.documents += 1
            yield document
          }
        } finally {
          seen.isOver = true
        }
      },
    })
    return { seen, store: { ...store, database } }
  }

  it('gives a superduper admin with a token everything, as a file', async () => {
    const response = await fetch(app.url + path, { headers: { 'x-auth-token': app.tokenOf('superduper') } })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/gzip')
    expect(response.headers.get('content-encoding')).toBeNull()
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="strata-\d{4}-\d\d-\d\d\.backup"$/,
    )
    const lines = gunzipSync(await response.arrayBuffer())
      .toString()
      .trimEnd()
      .split('\n')
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ format: 'strata-backup-1', kind: 'embedded' })
    expect(JSON.parse(lines.at(-1) ?? '').documents).toBeGreaterThan(documents)
    const names = lines.flatMap((line) => (line.startsWith('{"database"') ? [JSON.parse(line).database] : []))
    expect(names.at(-1)).toBe('strata')
  })

  it('is 403 for an admin, for a browser of a superduper admin, and where secrets are given to nobody', async () => {
    expect((await app.as('account-admin').get(path)).status).toBe(403)
    expect(await (await browserOf(app, 'superduper')).get(path)).toMatchObject({
      status: 403,
      body: { data: { cause: expect.stringContaining('no browser') } },
    })
    const discreet = await startApp({ config: { redactSecrets: 'always' } })
    expect(await discreet.as('superduper').get(path)).toMatchObject({
      status: 403,
      body: { data: { cause: expect.stringContaining('STRATA_REDACT_SECRETS') } },
    })
    await discreet.stop()
  })

  for (const { note, token, says } of [
    { note: 'an admin', token: () => app.tokenOf('account-admin'), says: 'superduper admins' },
    { note: 'somebody with a token that does not hold', token: () => 'none', says: 'Sign in anew' },
  ]) {
    it(`says why to ${note} who runs the command`, async () => {
      const run = backup.run([join(folder, 'x'), '--server', app.url, '--token', token()], {})
      await expect(run).rejects.toMatchObject({ message: expect.stringContaining(says) })
    })
  }

  it('is not read for a HEAD', async () => {
    const { status, text: body } = await app.as('superduper').send('HEAD', path)
    expect([status, body]).toEqual([200, ''])
  })

  it('is read no faster than it is taken, and no further once nobody takes it', async () => {
    const { seen, store } = watched(app.store)
    const stream = makeBackup(store, new Date())
    await new Promise((resolve) => stream.once('readable', resolve))
    await new Promise((resolve) => setTimeout(resolve, 200))
    const read = seen.documents
    expect(read).toBeLessThan(documents / 2)
    stream.destroy()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(seen.isOver).toBe(true)
    expect(seen.documents).toBeLessThan(documents / 2)
  })

  it('lets others be served while somebody takes it slowly, and minds nobody who goes', async () => {
    const headers = { 'x-auth-token': app.tokenOf('superduper') }
    await new Promise<void>((resolve) => {
      const slow = request(app.url + path, { headers }, async (response) => {
        response.pause()
        expect((await app.as('superduper').get('/v2/about')).status).toBe(200)
        response.destroy()
        resolve()
      })
      slow.end()
    })
    while (!app.log.some((line) => line.includes('"status":499')))
      await new Promise((resolve) => setTimeout(resolve, 10))
    expect(app.log.filter((line) => /"level":"(warn|error)"/.test(line))).toEqual([])
  })

  it('that fails on its way has no end, and is told of in the log', async () => {
    const failing: Store = {
      ...app.store,
      database: (name) => ({
        ...app.store.database(name),
        // biome-ignore lint/correctness/useYield: it fails before the first
        async *whole() {
          throw new Error('invented')
        },
      }),
    }
    await expect(text(makeBackup(failing, new Date()))).rejects.toThrow('invented')
  })

  it('is logged without what is in it', () => {
    expect(app.log.filter((line) => line.includes(path)).length).toBeGreaterThan(0)
    expect(app.log.join('\n')).not.toContain('hush-hush')
  })
})
