import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import type { Account, AccountDirectory } from '#bff/accounts/directory.ts'
import type { User, Users } from '#bff/accounts/users.ts'
import { AppError, validationError } from '#bff/errors/app-error.ts'
import type { AuthSettings } from './auth-settings.ts'
import { equalInConstantTime } from './csrf.ts'
import { identitySignature } from './issue-token.ts'
import type { Revocations } from './revocations.ts'
import type { Session } from './session.ts'
import type { Tokens } from './tokens.ts'

interface Parts {
  readonly tokens: Tokens
  readonly accounts: AccountDirectory
  readonly users: Users
  readonly settings: AuthSettings
  readonly revocations: Revocations
}

interface Holder {
  readonly account: Account
  readonly user: User | undefined
}

export type Sessions = ReturnType<typeof createSessions>

export function createSessions(parts: Parts) {
  return {
    /**
     * The session that a token opens. Throws `unauthenticated` for a token that does not hold, `invalid` for the token of
     * a disabled account, also where the claim `as` narrows it to another.
     * - the account is looked at each time, the user within five seconds: a demotion counts, a removal ends the session
     * - a cookie's token must be one that was made for a cookie, and not signed out; others must not
     */
    async open(token: string, via: Session['via']): Promise<Session> {
      const claims = await parts.tokens.verify(token)
      const [holder, masterId] = await Promise.all([
        findHolder(claims, parts),
        parts.accounts.masterAccountId(),
        checkSignedOut(claims, via, parts.revocations),
      ])
      await checkIdentity(holder, claims, parts)
      assertEnabled(holder.account)
      const { account, user } = await impersonated(holder, claims, parts)
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
    },
    /** Whom verified claims are for, before the claim `as` narrows them. Throws `unauthenticated` when they are gone. */
    holderOf: (claims: JsonObject): Promise<Holder> => findHolder(claims, parts),
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

async function findHolder(claims: JsonObject, { accounts, users }: Parts): Promise<Holder> {
  const accountId = text(claims.account_id)
  if (accountId === undefined) throw refused()
  return findAccountAndUser(accountId, text(claims.owner_id), { accounts, users })
}

async function findAccountAndUser(
  accountId: string,
  userId: string | undefined,
  { accounts, users }: Pick<Parts, 'accounts' | 'users'>,
): Promise<Holder> {
  const [account, user] = await Promise.all([
    accounts.get(accountId),
    userId === undefined ? undefined : users.recent(accountId, userId),
  ])
  if (account === undefined || (userId !== undefined && !user?.isEnabled)) throw refused()
  return { account, user }
}

/** A cookie's token is no API token, which would show secrets in clear, and an API token is no cookie. */
async function checkSignedOut(claims: JsonObject, via: Session['via'], revocations: Revocations): Promise<void> {
  const sessionId = sessionIdOf(claims)
  if ((sessionId !== undefined) !== (via === 'cookie')) throw refused()
  if (sessionId !== undefined && (await revocations.has(sessionId))) throw refused()
}

/** A token without the claim passes, as in KAZOO; with it, the secret it was made under must still be the holder's. */
async function checkIdentity({ account, user }: Holder, claims: JsonObject, parts: Parts): Promise<void> {
  const claimed = text(claims.identity_sig)
  if (claimed === undefined) return
  const secret = user === undefined ? await parts.accounts.signatureSecret(account.id) : user.signatureSecret
  if (secret === undefined) throw refused()
  const expected = identitySignature({
    id: user?.id ?? account.id,
    secret,
    serverSecret: await parts.settings.serverSecret(),
  })
  if (!equalInConstantTime(expected, claimed)) throw refused()
}

/** KAZOO's claim `as` narrows a session to a descendant of the account that signed in. */
async function impersonated(holder: Holder, claims: JsonObject, parts: Parts): Promise<Holder> {
  if (!isJsonObject(claims.as)) return holder
  const accountId = text(claims.as.account_id)
  if (accountId === undefined) throw refused()
  const target = await findAccountAndUser(accountId, text(claims.as.owner_id), parts)
  if (target.account.id !== holder.account.id && !target.account.tree.includes(holder.account.id)) throw refused()
  return target
}

function refused(): AppError {
  return new AppError('unauthenticated', 'The session has ended: sign in again.')
}

function text(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
