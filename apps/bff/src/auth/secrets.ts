import { hkdfSync, randomBytes } from 'node:crypto'
import type { Store } from '#bff/couch/store.ts'
import { AppError } from '#bff/errors/app-error.ts'
import { remembered } from '#bff/scheduling/remembered.ts'
import { ensureOwnDocument } from '../couch/own-document.ts'

/** Keys of this installation, the same for every server on its store; they lie in the `strata` database. */
export type Secrets = ReturnType<typeof createSecrets>

/** Derives one key for each purpose, once, from a random master that is made at the first use of a store. */
export function createSecrets(store: Store) {
  return remembered(async () => {
    const master = await readMaster(store)
    const keyFor = (purpose: string) => Buffer.from(hkdfSync('sha256', master, '', `strata ${purpose}`, 32))
    return {
      passwordPepper: keyFor('password-pepper'),
      csrfToken: keyFor('csrf-token'),
      identitySignature: keyFor('identity-signature'),
      /** A name for this installation, of which nothing is kept secret. */
      installation: keyFor('installation').toString('hex').slice(0, 8),
    }
  })
}

async function readMaster(store: Store): Promise<Buffer> {
  const { master } = await ensureOwnDocument(store, 'auth_secrets', () => ({
    master: randomBytes(32).toString('base64'),
  }))
  if (typeof master === 'string' && Buffer.from(master, 'base64').length === 32) return Buffer.from(master, 'base64')
  throw new AppError('internal', 'Document strata/auth_secrets does not hold a master key of 32 bytes in base64.')
}
