import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '#bff/app.ts'
import type { Database, Store } from '#bff/couch/store.ts'
import { STORES } from '../_app.ts'
import { createClient } from '../_client.ts'
import { type ConfigApp, startConfigApp } from './_configs.ts'

/** A second server on the same store: writes of the two do not know of each other. */
async function startSecond(app: ConfigApp, store: Store = app.store) {
  const { documents } = app.context
  const server = createServer(createApp({ ...app.context, store, documents }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    admin: createClient(`http://127.0.0.1:${port}`, { 'x-auth-token': app.tokenOf('superduper') }),
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** A store on which `write` happens once, after the changes that a request is computed from were read. */
function writingBetween(store: Store, write: () => Promise<unknown>): Store {
  let isPending = true
  const between = (database: Database): Database => ({
    ...database,
    async changes(since) {
      const changes = await database.changes(since)
      if (isPending) {
        isPending = false
        await write()
      }
      return changes
    },
  })
  return {
    ...store,
    database: (name) => (name === 'system_config' ? between(store.database(name)) : store.database(name)),
  }
}

describe.each(STORES)('races on $kind', ({ start }) => {
  let app: ConfigApp
  beforeAll(async () => {
    app = await startConfigApp(start)
  })
  afterAll(() => app.stop())

  it('concurrent PATCHes of one section all land', async () => {
    const category = await app.category({ default: {} })
    const keys = Array.from({ length: 12 }, (_, index) => `key_${index}`)
    const replies = await Promise.all(
      keys.map((key) => app.admin.patch(`/v2/system_configs/${category}/z1`, { [key]: key })),
    )
    expect(replies.map(({ status }) => status)).toEqual(keys.map(() => 200))
    expect(await app.stored(category)).toEqual({ default: {}, z1: Object.fromEntries(keys.map((key) => [key, key])) })
  })

  it('so do writes of different sections, of the document and of sections', async () => {
    const category = await app.category({ default: { a: 7 }, gone: { a: 5 } })
    const path = `/v2/system_configs/${category}`
    const replies = await Promise.all([
      app.admin.patch(`${path}/z1`, { a: 2 }),
      app.admin.post(`${path}/z2`, { a: 3 }),
      app.admin.patch(path, { z3: { a: 4 } }),
      app.admin.delete(`${path}/gone`),
    ])
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(await app.stored(category)).toEqual({ default: { a: 7 }, z1: { a: 2 }, z2: { a: 3 }, z3: { a: 4 } })
  })

  it('first writes of a category, too', async () => {
    const category = await app.category()
    const replies = await Promise.all(
      ['z1', 'z2', 'z3'].map((zone) => app.admin.patch(`/v2/system_configs/${category}/${zone}`, { a: 5 })),
    )
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await app.stored(category)).toEqual({ default: {}, z1: { a: 5 }, z2: { a: 5 }, z3: { a: 5 } })
  })

  it('and those of two servers on one store', async () => {
    const category = await app.category({ default: {} })
    const second = await startSecond(app)
    const keys = Array.from({ length: 6 }, (_, index) => `key_${index}`)
    const replies = await Promise.all(
      keys.map((key, index) =>
        (index % 2 === 0 ? app : second).admin.patch(`/v2/system_configs/${category}/z1`, { [key]: key }),
      ),
    )
    await second.stop()
    expect(replies.map(({ status }) => status)).toEqual(keys.map(() => 200))
    expect(Object.keys((await app.stored(category))?.z1 ?? {}).sort()).toEqual(keys)
  })

  describe('a write that another one came before', () => {
    for (const { note, method, section, data, status, stored } of [
      {
        note: 'a POST of the whole document is refused',
        method: 'post',
        section: '',
        data: { z1: { a: 9 } },
        status: 409,
        stored: { other: { a: 5 } },
      },
      {
        note: 'so is a DELETE of it',
        method: 'delete',
        section: '',
        data: undefined,
        status: 409,
        stored: { other: { a: 5 } },
      },
      {
        note: 'a PATCH of the document is repeated',
        method: 'patch',
        section: '',
        data: { z1: { a: 9 } },
        status: 200,
        stored: { other: { a: 5 }, z1: { a: 9 } },
      },
      {
        note: 'a POST of a section is repeated',
        method: 'post',
        section: '/z1',
        data: { a: 9 },
        status: 200,
        stored: { other: { a: 5 }, z1: { a: 9 } },
      },
      {
        note: 'a DELETE of a section is repeated',
        method: 'delete',
        section: '/z0',
        data: undefined,
        status: 200,
        stored: { other: { a: 5 } },
      },
    ] as const) {
      it(note, async () => {
        const category = await app.category({ z0: { a: 4 } })
        const keepsFirst = section === '/z0' ? { z0: { a: 4 } } : {}
        const second = await startSecond(
          app,
          writingBetween(app.store, () =>
            app.admin.post(`/v2/system_configs/${category}`, { ...keepsFirst, other: { a: 5 } }),
          ),
        )
        const reply = await second.admin[method](`/v2/system_configs/${category}${section}`, data)
        await second.stop()
        expect(reply.status).toBe(status)
        if (status === 409) expect(reply.masked).toMatchObject({ error: '409', message: 'datastore_conflict' })
        expect(await app.stored(category)).toEqual(stored)
      })
    }

    it('is not repeated past an If-Match that no longer holds', async () => {
      const category = await app.category({ z0: { a: 4 } })
      const tag = (await app.admin.get(`/v2/system_configs/${category}`)).headers.get('etag') ?? ''
      const second = await startSecond(
        app,
        writingBetween(app.store, () => app.admin.post(`/v2/system_configs/${category}`, { other: { a: 5 } })),
      )
      const reply = await second.admin.patch(
        `/v2/system_configs/${category}/z1`,
        { a: 9 },
        { headers: { 'if-match': tag } },
      )
      await second.stop()
      expect(reply.status).toBe(412)
      expect(await app.stored(category)).toEqual({ other: { a: 5 } })
    })
  })
})
