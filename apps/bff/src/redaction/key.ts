import { randomBytes } from 'node:crypto'
import { ensureOwnDocument } from '#bff/couch/own-document.ts'
import type { Store } from '#bff/couch/store.ts'
import { AppError } from '#bff/errors/app-error.ts'

const documentId = 'redaction_key'
const keyBytes = 32

/** The key of secret fingerprints, made at the first use of a store and the same for every server on it. */
export async function fingerprintKey(store: Store): Promise<Uint8Array> {
  const { key } = await ensureOwnDocument(store, documentId, () => ({ key: randomBytes(keyBytes).toString('base64') }))
  const bytes = new Uint8Array(Buffer.from(typeof key === 'string' ? key : '', 'base64'))
  if (bytes.length === keyBytes) return bytes
  throw new AppError(
    'internal',
    `Document ${documentId} in database strata must hold a key of ${keyBytes} bytes in base64, which it does not: remove it and start again to have a new one made.`,
  )
}
