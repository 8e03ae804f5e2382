import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, vi } from 'vitest'
import { createCouchDbStore } from '#bff/couch/couchdb/couchdb-store.ts'
import { openEmbeddedStore } from '#bff/couch/embedded/embedded-store.ts'
import type { Store } from '#bff/couch/store.ts'
import { startCouchServer } from './_couch-server.ts'

/** A store of its own for a test; `stop` closes it and removes what it left. */
export interface TestStore {
  readonly store: Store
  stop(): Promise<void>
}

/** The embedded store in a folder that did not exist before. */
export async function startEmbedded(): Promise<TestStore> {
  const folder = await temporaryFolder()
  const store = await openEmbeddedStore(folder)
  return {
    store,
    async stop() {
      await store.close()
      await rm(folder, { recursive: true })
    },
  }
}

/** An empty CouchDB-compatible server, with its address. */
export async function startCouchDb(): Promise<TestStore & { readonly url: string }> {
  const server = await startCouchServer()
  const store = createCouchDbStore(server.url)
  return {
    store,
    url: server.url,
    async stop() {
      await store.close()
      await server.stop()
    },
  }
}

/** The CouchDB that `STRATA_TEST_COUCHDB_URL` names; databases that a test made are removed again. */
function startRealCouchDb(url: string): () => Promise<TestStore & { readonly url: string }> {
  return async () => {
    const store = createCouchDbStore(url)
    const before = new Set(await store.databases())
    return {
      store,
      url,
      async stop() {
        const made = (await store.databases()).filter((name) => !before.has(name))
        await Promise.all(made.map((name) => store.destroy(name)))
        await store.close()
      },
    }
  }
}

const realUrl = process.env.STRATA_TEST_COUCHDB_URL

/** Those that are spoken to as CouchDB. */
export const COUCHDBS = [
  { kind: 'CouchDB-compatible', start: startCouchDb },
  ...(realUrl === undefined ? [] : [{ kind: 'CouchDB', start: startRealCouchDb(realUrl) }]),
]

/** Every kind of store that the same tests must pass on. */
export const STORES: readonly { readonly kind: string; readonly start: () => Promise<TestStore> }[] = [
  { kind: 'embedded', start: startEmbedded },
  ...COUCHDBS,
]

/** Waits until a store knows that the feeds of its CouchDB broke off: until then what is in memory still counts. */
export async function untilUnheard(store: Store): Promise<void> {
  await vi.waitFor(() => {
    for (const name of ['accounts', 'system_config', 'system_data', 'system_schemas']) {
      expect(store.database(name).mark()).toBeUndefined()
    }
  })
}

/** A new folder under the system's temporary one. */
export function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'strata-test-'))
}
