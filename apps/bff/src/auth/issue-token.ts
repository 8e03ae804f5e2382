import { createHmac } from 'node:crypto'
import type { JsonObject } from '@strata/json'
import type { Account } from '#bff/accounts/account.ts'
import type { User } from '#bff/accounts/users.ts'
import type { SignInMethod } from './auth-settings.ts'
import type { Auth } from './create-auth.ts'

/** Whom a token is for. */
export interface Holder {
  readonly account: Account
  /** Absent for API keys. */
  readonly user: User | undefined
}

/** Whom a token is for, and how they proved it. */
export interface TokenHolder extends Holder {
  readonly method: SignInMethod
}

/**
 * The token of a sign-in, with KAZOO's claims and those of `extraClaims`.
 * - it lives as long as its method's tokens do, and `longestSeconds` at most
 * - without a signature secret at the holder, `identity_sig` is left out
 */
export async function issueToken(
  auth: Auth,
  { account, user, method }: TokenHolder,
  extraClaims: JsonObject = {},
  longestSeconds = Number.POSITIVE_INFINITY,
): Promise<string> {
  const signature = await identitySignature(auth, { account, user })
  const claims: JsonObject = {
    account_id: account.id,
    ...(user === undefined ? {} : { owner_id: user.id }),
    method,
    ...(signature === undefined ? {} : { identity_sig: signature }),
    ...extraClaims,
  }
  const lifetimeSeconds = await auth.settings.lifetimeSeconds(method, account.id)
  return auth.tokens.issue(claims, Math.min(lifetimeSeconds, longestSeconds))
}

/**
 * KAZOO's claim `identity_sig`: made with `pvt_signature_secret` of the user, or of the account where no user is named. A
 * new secret ends every token made under the old; undefined where there is none.
 */
export async function identitySignature(
  { accounts, settings }: Auth,
  { account, user }: Holder,
): Promise<string | undefined> {
  const secret = user === undefined ? await accounts.signatureSecret(account.id) : user.signatureSecret
  if (!secret) return undefined
  return createHmac('sha256', secret + (await settings.serverSecret()))
    .update(user?.id ?? account.id)
    .digest('base64url')
}
