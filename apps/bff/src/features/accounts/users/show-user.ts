import type { JsonObject } from '@strata/json'
import type { User } from '#bff/accounts/users.ts'

/** A user document as the API shows it. A password is never stored in one; should one be there, it stays there. */
export function showUser({ id, document }: User): JsonObject {
  const { password, ...fields } = document.fields
  return { ...fields, id }
}

/** A user as the list shows it, in the members of KAZOO's own listing. */
export function showListedUser({ id, username, isEnabled, document }: User): JsonObject {
  const { first_name, last_name, email, priv_level } = document.fields
  const members = { id, username, first_name, last_name, email, priv_level, enabled: isEnabled }
  return Object.fromEntries(
    Object.entries(members).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
}
