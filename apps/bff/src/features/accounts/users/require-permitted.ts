import type { JsonObject } from '@strata/json'
import type { Account } from '#bff/accounts/account.ts'
import { normalisedUsername, type User } from '#bff/accounts/users.ts'
import { mayMakeAdmins } from '#bff/auth/authorise.ts'
import type { Session } from '#bff/auth/session.ts'
import { AppError } from '#bff/errors/app-error.ts'

interface Change {
  /** Undefined for a user that is yet to be made. */
  readonly before: User | undefined
  /** Checked against the schema `user`, with its defaults. */
  readonly fields: JsonObject
}

/**
 * Throws `forbidden` for a change by which somebody who may not see the keys in an account's storage would come to a user
 * who may: an ancestor that is not the account's reseller.
 * - it makes no admins
 * - of a user who is there it leaves the name, the password and the level
 */
export function requirePermitted(change: Change, session: Session, account: Account | undefined): void {
  if (mayMakeAdmins({ session, account }) || !changesPower(change)) return
  throw new AppError(
    'forbidden',
    "Only the account's own admins and its reseller make admins here, or change the name, password or level of a user.",
  )
}

function changesPower({ before, fields }: Change): boolean {
  if (before === undefined) return fields.priv_level === 'admin'
  const isRenamed = normalisedUsername(String(fields.username)) !== before.username
  return isRenamed || fields.password !== undefined || (fields.priv_level === 'admin') !== before.isAdmin
}
