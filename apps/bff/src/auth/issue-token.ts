import { createHmac } from 'node:crypto'
import type { JsonObject } from '@strata/json'
import type { Account, AccountDirectory } from '#bff/accounts/directory.ts'
import type { User } from '#bff/accounts/users.ts'
import type { AuthSettings, SignInMethod } from './auth-settings.ts'
import type { Tokens } from './tokens.ts'

/** Whom a token is for, and how they proved it. */
export interface TokenHolder {
  readonly account: Account
  /** Absent for API keys. */
  readonly user: User | undefined
  readonly method: SignInMethod
}

/** `longestSeconds`: what the token may live at most, however long its method's tokens do. */
export type IssueToken = (holder: TokenHolder, extraClaims?: JsonObject, longestSeconds?: number) => Promise<string>

/** Makes the tokens of a sign-in, with KAZOO's claims. Without a signature secret at the holder, `identity_sig` is left out. */
export function createIssueToken(parts: {
  tokens: Tokens
  settings: AuthSettings
  accounts: AccountDirectory
}): IssueToken {
  const { tokens, settings, accounts } = parts
  return async ({ account, user, method }, extraClaims = {}, longestSeconds = Number.POSITIVE_INFINITY) => {
    const secret = user === undefined ? await accounts.signatureSecret(account.id) : user.signatureSecret
    const identity = secret && {
      identity_sig: identitySignature({
        id: user?.id ?? account.id,
        secret,
        serverSecret: await settings.serverSecret(),
      }),
    }
    const claims: JsonObject = {
      account_id: account.id,
      ...(user === undefined ? {} : { owner_id: user.id }),
      method,
      ...(identity || {}),
      ...extraClaims,
    }
    const lifetimeSeconds = await settings.lifetimeSeconds(method, account.id)
    return tokens.issue(claims, Math.min(lifetimeSeconds, longestSeconds))
  }
}

interface Identity {
  /** The user's id, or the account's where no user is named. */
  readonly id: string
  /** `pvt_signature_secret` of that user or account: a new one ends every token made under the old. */
  readonly secret: string
  readonly serverSecret: string
}

/** KAZOO's claim `identity_sig`. */
export function identitySignature({ id, secret, serverSecret }: Identity): string {
  return createHmac('sha256', secret + serverSecret)
    .update(id)
    .digest('base64url')
}
