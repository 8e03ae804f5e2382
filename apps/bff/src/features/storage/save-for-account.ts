import { readLastingAccount } from '#bff/accounts/account-document.ts'
import type { Context } from '#bff/context.ts'
import type { StoredDocument } from '#bff/couch/store.ts'
import type { DocumentWrite } from '#bff/documents/writer.ts'
import { AppError } from '#bff/errors.ts'

type Parts = Pick<Context, 'store' | 'documents'>

/**
 * Saves a storage document or plan of an account that may be removed at the same moment, by another server too.
 * - whoever removes an account claims it first and looks for its storage then: what this look came too early for sees the
 *   claim afterwards, and is taken back
 * Throws `gone` or `not-found` where the account is going or gone, and whatever `DocumentWriter.save` throws.
 */
export async function saveForAccount(
  accountId: string,
  write: DocumentWrite,
  { store, documents }: Parts,
): Promise<StoredDocument> {
  await readLastingAccount(accountId, store)
  const saved = await documents.save(write)
  try {
    await readLastingAccount(accountId, store)
  } catch (error) {
    if (isAnyOf(error, ['gone', 'not-found'])) await takeBack(saved, write, documents)
    throw error
  }
  return saved
}

async function takeBack(saved: StoredDocument, { database, request }: DocumentWrite, documents: Context['documents']) {
  try {
    await documents.remove(database, saved, request)
  } catch (error) {
    // The removal found it after all.
    if (!isAnyOf(error, ['conflict', 'not-found'])) throw error
  }
}

function isAnyOf(error: unknown, kinds: readonly AppError['kind'][]): boolean {
  return error instanceof AppError && kinds.includes(error.kind)
}
