import { randomInt } from 'node:crypto'
import type { Passwords } from '#bff/auth/passwords.ts'
import type { Config } from '#bff/config/config.ts'
import type { Store } from '#bff/couch/store.ts'
import { StartError } from '#bff/start/start-error.ts'
import { createAdministrator, hasAdministrator } from './create-administrator.ts'
import { findOrigin, type Origin } from './find-origin.ts'
import { type SignInDetails, writeInitialAdmin } from './initial-admin-file.ts'
import { claimStore, type Marker, markReady, readMarker } from './marker.ts'

/** Letters and digits that are not mistaken for one another. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'

interface StoreToSetUp {
  readonly store: Store
  readonly config: Pick<Config, 'admin' | 'dataDir' | 'readOnly'>
  /** Whether a person sees what is printed. */
  readonly hasTerminal: boolean
  readonly passwords: Passwords
  readonly clock: () => Date
  readonly newId: () => string
}

/** Whose store it turned out to be, and the administrator if this start made one. */
export interface Established {
  readonly origin: Origin
  readonly administrator?: SignInDetails & { readonly isPasswordRandom: boolean }
}

/**
 * Says whose store it is, and makes an empty one Strata's: marker, databases, administrator.
 * - of servers that start at once on an empty store one makes the administrator
 * - a first start that was cut short is carried on
 * - a random password with no terminal to print it to is in the file `initial-admin` before the administrator exists
 * Throws `StartError` where an empty store must not or cannot be set up, with nothing written.
 */
export async function establishOrigin(empty: StoreToSetUp): Promise<Established> {
  const { store, clock, newId } = empty
  const found = await findOrigin(store)
  if (found === 'kazoo') return { origin: 'kazoo' }
  const existing = await readMarker(store)
  if (existing?.isReady) return { origin: 'strata' }
  assertSetUpAllowed(empty)
  const marker = existing ?? (await claimStore(store, { accountId: newId(), userId: newId() }, clock()))
  const administrator = (await hasAdministrator(store, marker)) ? undefined : await makeAdministrator(empty, marker)
  await markReady(store)
  return { origin: 'strata', ...(administrator === undefined ? {} : { administrator }) }
}

function assertSetUpAllowed({ store, config, hasTerminal }: StoreToSetUp): void {
  if (config.readOnly === true) {
    const advice = 'Start once without STRATA_READ_ONLY=true, so that Strata may set it up.'
    throw new StartError('configuration', `The store is not set up yet. ${advice}`)
  }
  if (store.kind === 'couchdb' && config.admin.password === undefined && !hasTerminal) {
    const why = 'The CouchDB is empty, and there is no terminal to print a password to.'
    throw new StartError('configuration', `${why} Set STRATA_ADMIN_PASSWORD for the administrator that Strata makes.`)
  }
}

async function makeAdministrator(empty: StoreToSetUp, marker: Marker): Promise<Established['administrator']> {
  const { config, hasTerminal } = empty
  const { username, account, password = randomPassword() } = config.admin
  const isPasswordRandom = config.admin.password === undefined
  const signIn = { username, account, password }
  if (isPasswordRandom && !hasTerminal) await writeInitialAdmin(config.dataDir, signIn)
  return (await createAdministrator(empty, marker, signIn)) ? { ...signIn, isPasswordRandom } : undefined
}

/** A password of 98 bits that can be read aloud and typed. */
function randomPassword(): string {
  const group = () => Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  return Array.from({ length: 4 }, group).join('-')
}
