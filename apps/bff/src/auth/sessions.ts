import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import type { Account } from '#bff/accounts/account.ts'
import { AppError, validationError } from '#bff/errors/app-error.ts'
import type { Auth } from './create-auth.ts'
import { equalInConstantTime } from './equal-in-constant-time.ts'
import { type Holder, identitySignature } from './issue-token.ts'
import { isSignedOut } from './revocations.ts'
import type { Session } from './session.ts'

/**
 * The session that a token opens. Throws `unauthenticated` for a token that does not hold, `invalid` for the token of a
 * disabled account, also where the claim `as` narrows it to another.
 * - the account is looked at each time, the user within five seconds: a demotion counts, a removal ends the session
 * - a cookie's token must be one that was made for a cookie, and not signed out; others must not
 */
export async function openSession(auth: Auth, token: string, via: Session['via']): Promise<Session> {
  const claims = await auth.tokens.verify(token)
  const [holder, masterId] = await Promise.all([
    holderOf(auth, claims),
    auth.accounts.masterAccountId(),
    checkSignedOut(auth, claims, via),
  ])
  await checkIdentity(auth, holder, claims)
  assertEnabled(holder.account)
  const { account, user } = await impersonated(auth, holder, claims)
  assertEnabled(account)
  const isSuperduperAdmin = account.isSuperduperAdmin || account.id === masterId
  return {
    accountId: account.id,
    userId: user?.id,
    accountName: account.name,
    isSuperduperAdmin,
    isReseller: account.isReseller || isSuperduperAdmin,
    resellerId: account.resellerId,
    isAccountAdmin: user?.isAdmin ?? true,
    tree: account.tree,
    via,
    token,
    claims,
    expiresAt: new Date(Number(claims.exp) * 1000),
  }
}

/** Throws `invalid` on the path `account` when the account was switched off. */
export function assertEnabled(account: Account): void {
  if (account.isEnabled) return
  throw validationError({ account: { disabled: { message: 'the account is disabled', cause: account.id } } })
}

/** Id of a cookie session, which all tokens of that session carry. */
export function sessionIdOf(claims: JsonObject): string | undefined {
  return text(claims.sid)
}

/** Whom verified claims are for, before the claim `as` narrows them. Throws `unauthenticated` when they are gone. */
export async function holderOf(auth: Auth, claims: JsonObject): Promise<Holder> {
  return findHolder(auth, text(claims.account_id), text(claims.owner_id))
}

async function findHolder(
  { accounts, users }: Auth,
  accountId: string | undefined,
  userId: string | undefined,
): Promise<Holder> {
  if (accountId === undefined) throw refused()
  const [account, user] = await Promise.all([
    accounts.get(accountId),
    userId === undefined ? undefined : users.recent(accountId, userId),
  ])
  if (account === undefined || (userId !== undefined && !user?.isEnabled)) throw refused()
  return { account, user }
}

/** A cookie's token is no API token, which would show secrets in clear, and an API token is no cookie. */
async function checkSignedOut(auth: Auth, claims: JsonObject, via: Session['via']): Promise<void> {
  const sessionId = sessionIdOf(claims)
  if ((sessionId !== undefined) !== (via === 'cookie')) throw refused()
  if (sessionId !== undefined && (await isSignedOut(auth, sessionId))) throw refused()
}

/** A token without the claim passes, as in KAZOO; with it, the secret it was made under must still be the holder's. */
async function checkIdentity(auth: Auth, holder: Holder, claims: JsonObject): Promise<void> {
  const claimed = text(claims.identity_sig)
  if (claimed === undefined) return
  const expected = await identitySignature(auth, holder)
  if (expected === undefined || !equalInConstantTime(expected, claimed)) throw refused()
}

/** KAZOO's claim `as` narrows a session to a descendant of the account that signed in. */
async function impersonated(auth: Auth, holder: Holder, claims: JsonObject): Promise<Holder> {
  if (!isJsonObject(claims.as)) return holder
  const target = await findHolder(auth, text(claims.as.account_id), text(claims.as.owner_id))
  if (target.account.id !== holder.account.id && !target.account.tree.includes(holder.account.id)) throw refused()
  return target
}

function refused(): AppError {
  return new AppError('unauthenticated', 'The session has ended: sign in again.')
}

function text(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
