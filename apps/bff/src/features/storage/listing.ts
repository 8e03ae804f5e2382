import type { StorageListItem } from '@strata/api-types'
import { isAuthorised } from '#bff/auth/authorise.ts'
import type { Session } from '#bff/auth/session.ts'
import type { StoredDocument } from '#bff/couch/store.ts'
import { entriesOf } from './entries.ts'
import { systemPlace } from './place.ts'
import type { StackedStorage } from './storage-context.ts'

/** The storage documents that a session may read: the system's first, then those of accounts by name. */
export async function listStorage({ accounts, stored }: StackedStorage, session: Session) {
  const items = await Promise.all((await stored.documents()).map((document) => listItem(document, session, accounts)))
  return items
    .filter((item) => item !== undefined)
    .sort((a, b) => (a.scope === b.scope ? a.name.localeCompare(b.name, 'en') : a.scope === 'system' ? -1 : 1))
}

/** Undefined for what the session may not read, and for documents that are not an account's (those of users). */
async function listItem(document: StoredDocument, session: Session, accounts: StackedStorage['accounts']) {
  const isSystem = document.id === systemPlace.id
  const account = isSystem ? undefined : await accounts.get(document.id)
  const scope = isSystem ? 'system' : 'account'
  if (!isSystem && account === undefined) return undefined
  if (!isAuthorised({ who: 'storage', scope }, { session, account, userId: undefined })) return undefined
  return {
    id: document.id,
    name: account?.name ?? 'System',
    scope,
    attachments: entriesOf(document.fields, 'attachments').length,
    connections: entriesOf(document.fields, 'connections').length,
  } satisfies StorageListItem
}
