import { readLastingAccount } from '#bff/accounts/account-document.ts'
import { whileLasting } from '#bff/accounts/while-lasting.ts'
import type { Store, StoredDocument } from '#bff/couch/store.ts'
import type { DocumentWrite } from '#bff/documents/document-write.ts'
import type { DocumentWriter } from '#bff/documents/writer.ts'
import { userPlace } from './place.ts'

/** Whose document or plan is saved. */
interface Owner {
  readonly accountId: string
  readonly userId: string | undefined
}

/**
 * Saves a storage document or plan of an account, or of a user, that may be removed at the same moment, by another server
 * too. One that was there before is not taken back: its removal finds it, or this save has lost.
 * Throws `gone` or `not-found` where its owner is going or gone, and whatever `DocumentWriter.save` throws.
 */
export async function saveForAccount(
  { store, documents }: { store: Store; documents: DocumentWriter },
  { accountId, userId }: Owner,
  write: DocumentWrite,
): Promise<StoredDocument> {
  return whileLasting({
    async requireLasting() {
      await readLastingAccount(accountId, store)
      if (userId !== undefined) await userPlace(accountId, userId, store)
    },
    write: () => documents.save(write),
    async takeBack(saved) {
      if (saved !== undefined && write.before === undefined) {
        await documents.remove(write.database, saved, write.actor)
      }
    },
  })
}
