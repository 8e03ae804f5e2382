import type { JsonObject } from '@strata/json'

/** Who makes a request, as its token and the account and user documents say at this moment. */
export interface Session {
  readonly accountId: string
  /** Absent for API keys. */
  readonly userId: string | undefined
  readonly accountName: string
  /** `pvt_superduper_admin` of the account, or the account is the master account. */
  readonly isSuperduperAdmin: boolean
  readonly isReseller: boolean
  readonly resellerId: string | undefined
  /** `priv_level: admin` of the user; API keys act as an account admin. */
  readonly isAccountAdmin: boolean
  /** Ancestors of the session's account, topmost first, not including itself. */
  readonly tree: readonly string[]
  readonly via: 'token' | 'cookie'
  readonly token: string
  readonly claims: JsonObject
  /** When the token ends. */
  readonly expiresAt: Date
}

/**
 * Who may use a route. Evaluated by `auth/authorise.ts` from one table; `{account_id}` and `{user_id}` are path parameters.
 * - `superduper`: superduper admins only
 * - `account`: superduper admins, the addressed account itself and its ancestors
 * - `account-admin`: the same, each through a user with `priv_level: admin`: whoever makes users could make an admin
 * - `storage`: superduper admins; else the account, its ancestors or its reseller, through an admin, narrowed per scope
 */
export type Access =
  | { readonly who: 'anyone' }
  | { readonly who: 'authenticated' }
  | { readonly who: 'superduper' }
  | { readonly who: 'account' }
  | { readonly who: 'account-admin' }
  | { readonly who: 'storage'; readonly scope: 'system' | 'account' | 'user' | 'reseller-plans' }
