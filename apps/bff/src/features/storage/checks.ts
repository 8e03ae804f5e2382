import { getAt, isJsonObject, type JsonObject } from '@strata/json'
import { createAllowList } from '#bff/back-ends/outbound/allow-list.ts'
import type { Context } from '#bff/context.ts'
import type { Store } from '#bff/couch/store.ts'
import { dottedPath } from '#bff/redaction/dotted-path.ts'
import type { ValidationErrors } from '#bff/validation/validator.ts'
import { entriesOf } from './entries.ts'
import { builtInBlacklist, type UrlBlacklist, urlRefusal } from './http-url.ts'

/** One setting of a back-end that its schema cannot judge, and why it does not hold. */
interface Refusal {
  readonly id: string
  readonly entry: JsonObject
  readonly setting: 'url' | 'oauth_doc_id'
  readonly message: string
}

/**
 * What is wrong with a document's back-ends beyond their schema: URLs that the system does not allow and OAuth documents
 * that do not exist. As KAZOO reports a failed back-end by its entry alone, each stands there and at its own place.
 */
export async function backEndErrors(document: JsonObject, context: Context): Promise<ValidationErrors> {
  const refusals = [
    ...(await refusedUrls(document, context)),
    ...(await unknownOauthDocuments(document, context.store)),
  ]
  return Object.fromEntries(
    refusals.flatMap(({ id, entry, setting, message }) => [
      [
        dottedPath(['attachments', id]),
        { not_one_schema_valid: { message: 'A setting of this back-end is not accepted.', value: entry } },
      ],
      [
        dottedPath(['attachments', id, 'settings', setting]),
        { error: { message, value: settingsOf(entry)[setting] ?? null } },
      ],
    ]),
  )
}

async function refusedUrls(document: JsonObject, context: Context): Promise<Refusal[]> {
  const entries = entriesOf(document, 'attachments').filter(([, { handler }]) => handler === 'http')
  if (entries.length === 0) return []
  const blacklist = await readBlacklist(context)
  return entries.flatMap(([id, entry]) => {
    const { url } = settingsOf(entry)
    const message = typeof url === 'string' ? urlRefusal(url, blacklist) : undefined
    return message === undefined ? [] : [{ id, entry, setting: 'url', message }]
  })
}

/** The one that `kazoo_web` stores, else KAZOO's own without what `STRATA_PROBE_ALLOW` names. */
export async function readBlacklist({ store, config }: Context): Promise<UrlBlacklist> {
  const stored = await store.database('system_config').get('kazoo_web')
  const allow = createAllowList(config.probeAllow)
  const isAllowed = (item: string) =>
    item === 'localhost' ? allow.names(item) || allow.covers('127.0.0.1') : allow.covers(item.replace(/\/32$/, ''))
  const list = (name: keyof UrlBlacklist) => {
    const value = getAt(stored?.fields, `/default/client/blacklist/${name}`)
    if (Array.isArray(value)) return value.filter((item) => typeof item === 'string')
    return builtInBlacklist[name].filter((item) => !isAllowed(item))
  }
  return { hosts: list('hosts'), cidrs: list('cidrs') }
}

async function unknownOauthDocuments(document: JsonObject, store: Store): Promise<Refusal[]> {
  const named = entriesOf(document, 'attachments').flatMap(([id, entry]) => {
    const { oauth_doc_id: name } = settingsOf(entry)
    return typeof name === 'string' ? [{ id, entry, name }] : []
  })
  if (named.length === 0) return []
  const found = await store.database('system_auth').getMany(named.map(({ name }) => name))
  return named.flatMap(({ id, entry, name }, index) => {
    const existing = found[index]
    if (existing !== undefined && existing.private.deleted !== true) return []
    return [{ id, entry, setting: 'oauth_doc_id', message: `There is no OAuth document '${name}' in system_auth.` }]
  })
}

function settingsOf(entry: JsonObject): JsonObject {
  return isJsonObject(entry.settings) ? entry.settings : {}
}
