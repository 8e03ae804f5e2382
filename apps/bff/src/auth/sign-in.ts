import type { Account } from '#bff/accounts/account.ts'
import { normalisedName } from '#bff/accounts/account-index.ts'
import type { AccountDirectory } from '#bff/accounts/directory.ts'
import type { User } from '#bff/accounts/users.ts'
import { AppError, badIdentifier } from '#bff/errors/app-error.ts'
import type { AuthSettings, SignInMethod } from './auth-settings.ts'
import type { Auth } from './create-auth.ts'
import { findByCredential } from './credentials.ts'
import type { TokenHolder } from './issue-token.ts'
import type { Credential } from './passwords.ts'
import type { Session } from './session.ts'
import { assertEnabled, openSession } from './sessions.ts'
import type { Attempt } from './throttle.ts'

const decoyId = '0'.repeat(32)
const wayOn =
  'This account asks for a second factor, which only KAZOO can check. Sign in to KAZOO, then sign in here with the token ' +
  'that it gives you: choose "I have a token", or send the token as X-Auth-Token.'

/** Where the account is looked for: those of the realm first, then those of the name. */
export interface AccountHint {
  readonly realm: string | undefined
  readonly name: string | undefined
}

/**
 * Whom a credential signs in. Throws `too-many` when the client's address, or all addresses at the account, failed too
 * often; `unauthenticated` alike for an unknown account, user or password; once they are right also where the account has
 * this way switched off or asks for a second factor; `invalid` for a disabled account.
 */
export async function signInWithCredential(
  auth: Auth,
  hint: AccountHint,
  credential: Credential,
  client: string,
): Promise<TokenHolder & { user: User }> {
  const found = await auth.throttle.attempt(client, (attempt) => find(auth, hint, credential, attempt))
  if (found === undefined) {
    throw new AppError('unauthenticated', 'No user of this account has this name and password.')
  }
  return admitted(auth, { ...found, method: 'cb_user_auth' })
}

/** The account of an API key. Throws `not-found` for an unknown one; else as `signInWithCredential`. */
export async function signInWithApiKey(auth: Auth, key: string, client: string): Promise<TokenHolder> {
  const account = await auth.throttle.attempt(client, () => auth.accounts.withApiKey(key))
  if (account === undefined) throw badIdentifier('api_key')
  return admitted(auth, { account, user: undefined, method: 'cb_api_auth' })
}

/**
 * The session of a token that a person brings: KAZOO's, or one that was issued here for programs. Throws `too-many` as
 * above, `unauthenticated` where it opens none, has no user (as tokens of API keys), or is that of a browser.
 */
export async function signInWithToken(auth: Auth, token: string, client: string): Promise<Session> {
  const opened = await auth.throttle.attempt(client, () => openSession(auth, token, 'token').catch(unlessRefused))
  if (opened === undefined)
    throw refusedToken('This token is not valid here, or has run out: get a new one from KAZOO.')
  if (opened.userId === undefined) {
    throw refusedToken("This token is an account's, not a person's: the console wants the token of a user.")
  }
  return opened
}

async function find(auth: Auth, hint: AccountHint, credential: Credential, attempt: Attempt) {
  const candidates = await findAccounts(hint, auth.accounts)
  if (candidates.length === 0) return await findNobody(auth, hint, credential, attempt)
  let tried = 0
  for (const account of candidates) {
    if (!attempt.mayGuess(account.id)) continue
    tried += 1
    const check = () => findByCredential(auth, account.id, credential, attempt.failures)
    const user = await attempt.guess(account.id, check)
    if (user !== undefined) return { account, user }
  }
  if (tried === 0) throw tooManyGuesses()
  return undefined
}

/** Where there is no such account the same is counted and done in another's place, so that neither tells. */
async function findNobody(auth: Auth, { realm, name }: AccountHint, { method }: Credential, attempt: Attempt) {
  const key = `none ${[realm, name].map((text = '') => normalisedName(text)).join(' ')}`
  if (!attempt.mayGuess(key)) throw tooManyGuesses()
  const decoy = (await auth.accounts.masterAccountId()) ?? decoyId
  await attempt.guess(key, () => findByCredential(auth, decoy, { method, digest: '' }, attempt.failures))
  return undefined
}

async function admitted<Holder extends TokenHolder>({ settings }: Auth, holder: Holder): Promise<Holder> {
  assertEnabled(holder.account)
  await assertMethod(holder.method, holder.account.id, settings)
  await assertNoSecondFactor(holder.method, holder.account.id, settings)
  return holder
}

/** Whoever sets a realm may set it to the name of another account, which must not keep that account's people out. */
async function findAccounts({ realm, name }: AccountHint, accounts: AccountDirectory): Promise<Account[]> {
  const byRealm = realm === undefined ? [] : await accounts.withRealm(realm)
  const byName = name === undefined ? [] : await accounts.named(name)
  return [...byRealm, ...byName.filter(({ id }) => byRealm.every((account) => account.id !== id))]
}

async function assertMethod(method: SignInMethod, accountId: string, settings: AuthSettings): Promise<void> {
  if (await settings.isEnabled(method, accountId)) return
  const cause = `Signing in by ${method === 'cb_api_auth' ? 'API key' : 'name and password'} is switched off for this account.`
  const data = { message: 'invalid credentials', cause }
  throw new AppError('unauthenticated', cause, { name: 'invalid credentials', data })
}

/** A token that does not hold, or whose account is disabled, is a wrong guess; a store that fails is not. */
function unlessRefused(error: unknown): undefined {
  if (error instanceof AppError && (error.kind === 'unauthenticated' || error.kind === 'invalid')) return undefined
  throw error
}

function refusedToken(cause: string): AppError {
  return new AppError('unauthenticated', cause, { data: { message: 'invalid credentials', cause } })
}

function tooManyGuesses(): AppError {
  const words = 'Too many failed sign-ins at this account: try again in a minute, or from where you usually sign in.'
  return new AppError('too-many', words)
}

/**
 * Throws `unauthenticated` where a method asks for more than right credentials, in the shape of KAZOO's own request for a
 * second factor: with the provider's name as far as it is known, and without what a client would need to answer, because
 * only KAZOO can take the answer. Whether the provider works does not matter.
 */
async function assertNoSecondFactor(method: SignInMethod, accountId: string, settings: AuthSettings): Promise<void> {
  const factor = await settings.secondFactor(method, accountId)
  if (factor === undefined) return
  const provider = await settings.factorProvider(factor)
  const request = { ...(provider === undefined ? {} : { provider_name: provider }), settings: {} }
  throw new AppError('unauthenticated', wayOn, { data: { message: wayOn, multi_factor_request: request } })
}
