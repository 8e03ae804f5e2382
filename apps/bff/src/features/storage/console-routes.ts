import type { InheritedStorage, StorageListItem } from '@strata/api-types'
import { isJsonObject, type JsonObject } from '@strata/json'
import { type StorageLayer, withinLimits } from '@strata/storage-plan'
import { requireSession } from '#bff/auth/actor.ts'
import { isAuthorised } from '#bff/auth/authorise.ts'
import type { Session } from '#bff/auth/session.ts'
import type { StoredDocument } from '#bff/couch/store.ts'
import type { Route } from '#bff/http/route.ts'
import type { Redactor } from '#bff/redaction/create-redactor.ts'
import { entriesOf } from './entries.ts'
import { findBelow } from './layers.ts'
import { accountPlace, type StoragePlace, systemPlace, userPlace } from './place.ts'
import { maySaveUntested } from './settings-test.ts'
import type { StackedStorage, StorageContext } from './storage-context.ts'
import { shownName } from './where/route-view.ts'

/** What the browser needs beside `/v2`: who has a storage document, and what a document inherits. */
export function consoleStorageRoutes(storage: StorageContext): Route[] {
  const inheritedBy = async (place: StoragePlace) => ({
    data: inheritedStorage((await findBelow(storage, place)).layers, storage.storageRedactor),
  })

  return [
    {
      method: 'GET',
      path: '/console/storage',
      access: { who: 'authenticated' },
      handle: async (request) => ({ data: await listStorage(storage, requireSession(request)) }),
    },
    {
      method: 'GET',
      path: '/console/storage/settings',
      access: { who: 'authenticated' },
      handle: async () => ({ data: { may_save_untested: await maySaveUntested(storage.store) } }),
    },
    {
      method: 'GET',
      path: '/console/accounts/:account_id/storage/inherited',
      access: { who: 'storage', scope: 'account' },
      handle: ({ params }) => inheritedBy(accountPlace(params.account_id ?? '')),
    },
    {
      method: 'GET',
      path: '/console/accounts/:account_id/users/:user_id/storage/inherited',
      access: { who: 'storage', scope: 'user' },
      handle: async ({ params }) =>
        inheritedBy(await userPlace(params.account_id ?? '', params.user_id ?? '', storage.store)),
    },
  ]
}

/**
 * What each layer defines for the documents above it, without the settings of back-ends and connections.
 * - of documents above the limits the first rules are told, and every back-end and connection, as rules may name any
 * - always redacted: who may read a document need not be allowed to read those it inherits from
 */
function inheritedStorage(layers: readonly StorageLayer[], redactor: Redactor) {
  const shown = withinLimits(layers)
  return {
    layers: layers.map((layer, index) => ({
      ...inheritedEntries(layer),
      plan: redactedPlan(shown.layers[index]?.values ?? {}, redactor),
    })),
    truncated: shown.truncated ?? null,
  } satisfies InheritedStorage
}

function inheritedEntries({ name, title = '', values }: StorageLayer) {
  return {
    layer: name,
    name: title,
    attachments: Object.fromEntries(
      entriesOf(values, 'attachments').map(([id, entry]) => [
        id,
        { name: shownName(entry.name), handler: shownName(entry.handler) ?? '' },
      ]),
    ),
    connections: Object.fromEntries(
      entriesOf(values, 'connections').map(([id, entry]) => [id, { name: shownName(entry.name) }]),
    ),
  }
}

function redactedPlan(values: JsonObject, redactor: Redactor): JsonObject {
  const redacted = redactor.redact(values, [])
  return isJsonObject(redacted) && isJsonObject(redacted.plan) ? redacted.plan : {}
}

/** The storage documents that a session may read: the system's first, then those of accounts by name. */
async function listStorage({ accounts, stored }: StackedStorage, session: Session) {
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
