import { randomBytes } from 'node:crypto'
import type { JsonObject } from '@strata/json'
import { schemaDefaults } from '@strata/kazoo-schemas'
import {
  type Administrator,
  type ClusterSize,
  clusterSizes,
  type SampleCluster,
  type SampleDocument,
  type SignIn,
  sampleCluster,
} from '@strata/sample-cluster'
import { addCredentials } from '#bff/auth/credentials.ts'
import type { Passwords } from '#bff/auth/passwords.ts'
import type { Config } from '#bff/config/config.ts'
import type { Store } from '#bff/couch/store.ts'
import { toGregorianSeconds } from '#bff/documents/gregorian-seconds.ts'
import { AppError } from '#bff/errors/app-error.ts'
import { readMarker } from '#bff/origin/marker.ts'
import { categoriesWithSchema } from '#bff/schemas/category-schemas.ts'
import type { SchemaRepository } from '#bff/schemas/repository.ts'
import { assignZones } from '#bff/topology/topology.ts'
import { fillStore } from './fill-store.ts'

const seed = 1

interface DemoStore {
  readonly store: Store
  readonly schemas: SchemaRepository
  readonly passwords: Passwords
  readonly clock: () => Date
  readonly config: { readonly admin: Pick<Config['admin'], 'username' | 'account'> }
}

/**
 * Fills a throwaway store with the invented cluster of the demo, below the administrator that the first start made: the
 * small one unless told otherwise. Gives who can sign in besides the administrator; their passwords are public.
 * - the zone of every node but the last is assigned: one is left to be found
 */
export async function fillDemo(
  { store, schemas, passwords, clock, config }: DemoStore,
  size: (typeof clusterSizes)[ClusterSize] = clusterSizes.small,
): Promise<SignIn[]> {
  const master = await administratorOf(store, config)
  const now = toGregorianSeconds(clock())
  const cluster = sampleCluster({ seed, now, defaults: await defaultsOf(schemas), master, ...size })
  const others = cluster.signIns.filter(({ userId }) => userId !== master.userId)
  await fillStore(store, withPasswords(cluster, await passwordsOf(others, { store, passwords })))
  const placed = cluster.nodes.slice(0, -1).map(({ name, zone }): [string, string] => [name, zone])
  await assignZones(store, new Map(placed), undefined)
  return others
}

async function administratorOf(store: Store, { admin }: DemoStore['config']): Promise<Administrator> {
  const marker = await readMarker(store)
  if (marker === undefined) throw new AppError('internal', 'The demo fills only a store that Strata has set up.')
  const { accountId, userId } = marker
  return { accountId, userId, accountName: admin.account, username: admin.username }
}

/** What sections of each category are by its schema. */
export async function defaultsOf(schemas: SchemaRepository): Promise<Record<string, JsonObject>> {
  const snapshot = await schemas.snapshot()
  return Object.fromEntries(
    categoriesWithSchema(snapshot).map((category) => [category, schemaDefaults(category, snapshot.get)]),
  )
}

/** The ids of the credential documents, by user. */
async function passwordsOf(
  signIns: readonly SignIn[],
  demo: Pick<DemoStore, 'store' | 'passwords'>,
): Promise<Map<string, string[]>> {
  const added = signIns.map(
    async (signIn): Promise<[string, string[]]> => [signIn.userId, await addCredentials(demo, signIn)],
  )
  return new Map(await Promise.all(added))
}

/** The documents, where a user who can sign in has what a session needs. */
function* withPasswords(cluster: SampleCluster, credentials: ReadonlyMap<string, string[]>): Generator<SampleDocument> {
  for (const document of cluster.documents()) {
    const ids = document.private.type === 'user' ? credentials.get(document.id) : undefined
    yield ids === undefined ? document : { ...document, private: { ...document.private, ...signInFields(ids) } }
  }
}

function signInFields(credentials: string[]): JsonObject {
  return { strata: { credentials }, signature_secret: randomBytes(16).toString('hex') }
}
