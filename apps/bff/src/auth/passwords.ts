import { createHash, createHmac, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import PQueue from 'p-queue'
import { AppError } from '#bff/errors/app-error.ts'
import type { Secrets } from './secrets.ts'

const concurrent = 2
const queued = 500
/** 32 MiB and about a tenth of a second for each attempt. */
const defaultCost = 2 ** 15

/** What a client sends in place of a password: the hex digest of `username:password`. */
export interface Credential {
  readonly method: 'md5' | 'sha'
  readonly digest: string
}

export type Passwords = ReturnType<typeof createPasswords>

/** The credential that KAZOO's clients make of a name and a password. */
export function credentialOf(username: string, password: string, method: Credential['method']): Credential {
  const algorithm = method === 'md5' ? 'md5' : 'sha1'
  return { method, digest: createHash(algorithm).update(`${username}:${password}`).digest('hex') }
}

/**
 * scrypt of the credential, salted by account and peppered with a secret that lies outside the account.
 * - the result is the key that a credential is found by, so an attempt costs one scrypt whether or not the user exists
 * - at most two run at once, because each takes a thread and its memory; some wait, the rest are turned away
 */
export function createPasswords(secrets: Secrets, cost = defaultCost) {
  const queue = new PQueue({ concurrency: concurrent })
  const derive = promisify<string, Buffer, number, { N: number; maxmem: number }, Buffer>(scrypt)
  return {
    /**
     * The id of the credential document that a credential leads to within an account. Throws `too-many` when too many wait.
     * - of those that wait, those whose network failed least come first
     */
    async credentialId(accountId: string, { method, digest }: Credential, failures: number = 0): Promise<string> {
      const salt = createHmac('sha256', (await secrets()).passwordPepper)
        .update(accountId)
        .digest()
      const secret = `${method}:${digest.toLowerCase()}`
      if (queue.size >= queued) {
        throw new AppError('too-many', 'Too many people are signing in at this moment: try again in a few seconds.')
      }
      const options = { N: cost, maxmem: 256 * cost * 8 }
      const place = { priority: -failures, throwOnTimeout: true } as const
      const key = await queue.add(() => derive(secret, salt, 32, options), place)
      return `credential.${key.toString('hex')}`
    },
  }
}
