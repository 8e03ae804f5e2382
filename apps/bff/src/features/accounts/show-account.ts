import type { JsonObject } from '@strata/json'
import type { Account } from '#bff/accounts/account.ts'
import type { StoredDocument } from '#bff/couch/store.ts'

/** What Crossbar adds to an account document from its private members; dropped again when it is sent back. */
const added = ['superduper_admin', 'created', 'enabled', 'reseller_id', 'is_reseller', 'wnm_allow_additions'] as const

/** An account document as the API shows it. */
export function showAccount({ id, fields, private: hidden }: StoredDocument): JsonObject {
  return {
    ...fields,
    id,
    superduper_admin: hidden.superduper_admin === true,
    is_reseller: hidden.reseller === true,
    enabled: hidden.enabled !== false,
    ...(typeof hidden.reseller_id === 'string' ? { reseller_id: hidden.reseller_id } : {}),
    ...(typeof hidden.created === 'number' ? { created: hidden.created } : {}),
  }
}

/** A body without what only `showAccount` puts there; `enabled` is kept, because it may be changed. */
export function withoutAdded(body: JsonObject): JsonObject {
  const names: readonly string[] = added.filter((name) => name !== 'enabled')
  return Object.fromEntries(Object.entries(body).filter(([key]) => !names.includes(key)))
}

/** An account as the lists show it. */
export function showListed({ id, name, realm }: Account, extra: JsonObject = {}): JsonObject {
  return { id, name, realm, ...extra }
}
