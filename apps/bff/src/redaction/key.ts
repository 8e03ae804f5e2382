import { randomBytes } from 'node:crypto'
import type { Store } from '#bff/couch/store.ts'
import { AppError } from '#bff/errors.ts'

const databaseName = 'strata'
const documentId = 'redaction_key'

/**
 * The key of secret fingerprints: 32 random bytes, made at the first use of a store and the same for every server on it.
 * - of two servers that start at once one writes it and both use what was written
 */
export async function fingerprintKey(store: Store): Promise<Uint8Array> {
  const existing = await readKey(store)
  if (existing !== undefined) return existing
  await store.create(databaseName)
  try {
    await store.database(databaseName).put({
      id: documentId,
      fields: { key: randomBytes(32).toString('base64') },
      private: { type: documentId },
    })
  } catch (error) {
    if (!(error instanceof AppError && error.kind === 'conflict')) throw error
  }
  const written = await readKey(store)
  if (written === undefined)
    throw new AppError('internal', 'The key of secret fingerprints vanished while it was made.')
  return written
}

async function readKey(store: Store): Promise<Uint8Array | undefined> {
  const document = await store.database(databaseName).get(documentId)
  if (document === undefined) return undefined
  const { key } = document.fields
  if (typeof key !== 'string' || Buffer.from(key, 'base64').length !== 32) {
    throw new AppError(
      'internal',
      `Document ${databaseName}/${documentId} does not hold a key of 32 bytes in base64: remove it to have a new one made.`,
    )
  }
  return new Uint8Array(Buffer.from(key, 'base64'))
}
