import { createMirror } from '#bff/couch/mirror.ts'
import type { Store, StoredDocument } from '#bff/couch/store.ts'
import { readVersions } from '#bff/documents/versions.ts'
import { accountPlace, isAt, planIdOf, planPlace, type StoragePlace, systemPlace } from './place.ts'

export const storageDatabase = 'system_data'

/** The storage documents and plans of the cluster. */
export type StorageStore = ReturnType<typeof createStorageStore>

/** Read from a mirror of the database: documents lie below one another, and nearly every request looks at several. */
export function createStorageStore(store: Store) {
  const database = store.database(storageDatabase)
  const mirror = createMirror(database, (document) =>
    document.private.type === 'storage' || document.private.type === 'storage_plan' ? document : undefined,
  )

  async function select(placeOf: (document: StoredDocument) => StoragePlace): Promise<StoredDocument[]> {
    const mirrored = await mirror.current()
    return [...mirrored.values()]
      .filter((document) => isAt(placeOf(document), document))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  async function find(place: StoragePlace): Promise<StoredDocument | undefined> {
    const document = (await mirror.current()).get(place.id)
    return document !== undefined && isAt(place, document) ? document : undefined
  }

  const documents = () => select(({ id }) => (id === systemPlace.id ? systemPlace : accountPlace(id)))

  return {
    /** The document at a place; undefined when there is none of the right type and owner. */
    find,
    /** What the document at a place says in each of its versions, see `readVersions`. */
    versions: (place: StoragePlace, document: StoredDocument): Promise<StoredDocument[]> =>
      readVersions(database, document, (version) => isAt(place, version)),
    /** Whatever document has an id, unless it is soft-deleted. */
    async findAny(id: string): Promise<StoredDocument | undefined> {
      const document = (await mirror.current()).get(id) ?? (await database.get(id))
      return document?.private.deleted === true ? undefined : document
    },
    /** Plans of the system, or those of one account, in ascending order of their ids. */
    plans: (accountId: string | undefined): Promise<StoredDocument[]> => select(({ id }) => planPlace(id, accountId)),
    /** The documents of the system and of accounts, in ascending order of their ids. */
    documents,
    /** All of them: of the system, accounts and users, and plans, in no order. */
    all: async (): Promise<StoredDocument[]> =>
      [...(await mirror.current()).values()].filter(({ private: hidden }) => hidden.deleted !== true),
    /** The documents of an account's users, in ascending order of their ids. */
    async ofUsers(accountId: string): Promise<StoredDocument[]> {
      const ofAccount = await select(({ id }) => ({ id, type: 'storage', accountId }))
      return ofAccount.filter(({ id, private: hidden }) => hidden.account_id === accountId && id !== accountId)
    },
    /** Ids of the accounts whose own document names a plan. */
    async followers(planId: string): Promise<string[]> {
      return (await documents()).filter((document) => planIdOf(document) === planId).map(({ id }) => id)
    },
  }
}
