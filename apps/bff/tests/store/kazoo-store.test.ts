import { createHash } from 'node:crypto'
import { isJsonObject, type JsonValue } from '@strata/json'
import type { SampleCluster } from '@strata/sample-cluster'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Account } from '#bff/accounts/account.ts'
import { type AccountDirectory, createAccountDirectory } from '#bff/accounts/directory.ts'
import { toConfig } from '#bff/config/config.ts'
import type { ViewRow } from '#bff/couch/store.ts'
import { createLogger } from '#bff/logging/logger.ts'
import { type RunningServer, startServer } from '#bff/start/start-server.ts'
import { type Client, createClient } from '../_client.ts'
import { apiKeyOfSample, fillKazooStore } from '../_kazoo-store.ts'
import { startCouchDb } from '../_stores.ts'

/** The server as it starts on a cluster's CouchDB, with everything that KAZOO leaves there. */

let couch: Awaited<ReturnType<typeof startCouchDb>>
let cluster: SampleCluster
let server: RunningServer
let client: Client

beforeAll(async () => {
  couch = await startCouchDb()
  cluster = await fillKazooStore(couch, 'small')
  server = await startServer({
    config: toConfig({ STRATA_PORT: '0', STRATA_COUCHDB_URL: couch.url }),
    logger: createLogger({ level: 'info', readable: false, destination: { write: () => {} } }),
    hasTerminal: false,
    version: '0.0.0-test',
    webRoot: undefined,
    beforeListening: async () => {},
  })
  client = createClient(server.url, {})
})
afterAll(async () => {
  await server.stop()
  await couch.stop()
})

describe('a store as KAZOO 4.3 leaves it', () => {
  it("is taken for a cluster's, is read only, and is of the version that its schemas are", async () => {
    const { origin, readOnly, schemas } = server.context
    expect([origin, readOnly, await schemas.kazooVersion()]).toEqual(['kazoo', true, '4.3'])
    expect((await client.get('/readyz')).status).toBe(200)
  })

  it('signs in users of every level by the digests of their passwords, and accounts by their API keys', async () => {
    for (const { username, password, accountName, accountId, userId, level } of cluster.signIns) {
      const credentials = createHash('md5').update(`${username}:${password}`).digest('hex')
      const reply = await client.put('/v2/user_auth', { credentials, account_name: accountName })
      expect([level, reply.status]).toEqual([level, 201])
      expect(reply.body.data).toMatchObject({ owner_id: userId, account_id: accountId })
      const byKey = await client.put('/v2/api_auth', { api_key: apiKeyOfSample(accountId) })
      expect([level, byKey.status]).toEqual([level, 201])
    }
  })

  describe('its accounts are found as its own views find them', () => {
    let directory: AccountDirectory
    let all: readonly Account[]
    beforeAll(async () => {
      directory = createAccountDirectory(couch.store)
      all = await directory.all()
    })

    const rowsOf = async (view: string) => (await couch.store.database('accounts').view('accounts', view)) ?? []
    const idsUnder = (rows: readonly ViewRow[], key: JsonValue) =>
      rows.filter((row) => (Array.isArray(row.key) ? row.key[0] : row.key) === key).map(idOf)
    const idOf = ({ value }: ViewRow) => isJsonObject(value) && (value.id ?? value.account_id)
    const idsOf = (accounts: readonly Account[]) => accounts.map(({ id }) => id)

    it('all of them', async () => {
      expect(all).toHaveLength(40)
      expect(idsOf(all).sort()).toEqual((await rowsOf('listing_by_realm')).map(idOf).sort())
    })

    for (const { view, keyOf, find } of [
      { view: 'listing_by_children', keyOf: ({ id }: Account) => id, find: (id: string) => directory.children(id) },
      {
        view: 'listing_by_descendants',
        keyOf: ({ id }: Account) => id,
        find: (id: string) => directory.descendants(id),
      },
      {
        view: 'listing_by_name',
        keyOf: ({ name }: Account) => name.toLowerCase().replace(/[^a-z0-9]/g, ''),
        find: (key: string) => directory.named(key),
      },
      {
        view: 'listing_by_realm',
        keyOf: ({ realm }: Account) => realm,
        find: (realm: string) => directory.withRealm(realm),
      },
    ]) {
      it(`by ${view}`, async () => {
        const rows = await rowsOf(view)
        expect(rows.length).toBeGreaterThan(30)
        for (const key of all.map(keyOf)) expect(idsOf(await find(key))).toEqual(idsUnder(rows, key))
      })
    }
  })
})
