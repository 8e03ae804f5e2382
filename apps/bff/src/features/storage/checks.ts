import type { ValidationErrors } from '@strata/api-types'
import { formatPointer, getAt, isJsonObject, type JsonObject, parsePointer } from '@strata/json'
import { handlerOf, rulePointer, storedRules } from '@strata/storage-plan'
import type { Session } from '#bff/auth/session.ts'
import type { AllowList } from '#bff/back-ends/outbound/allow-list.ts'
import type { Store } from '#bff/couch/store.ts'
import { dottedPath } from '#bff/errors/dotted-path.ts'
import { entriesOf } from './entries.ts'
import { addressFault, builtInBlacklist, hostFault, type UrlBlacklist, urlRefusal } from './http-url.ts'
import { forbiddenOauthUses } from './oauth-use.ts'
import type { StoragePlace } from './place.ts'
import type { StorageContext } from './storage-context.ts'

/** A place of a document that its schema cannot judge, and why what it says does not hold. */
interface Refusal {
  readonly path: readonly string[]
  readonly value: string
  readonly message: string
}

/** Whose document is written, by whom, over what. */
interface Write {
  readonly place: StoragePlace
  readonly session: Session
  readonly stored: JsonObject
}

/** What may be wrong with the settings that are servers and addresses, of back-ends and of connections. */
const faultsOf = { url: addressFault, host: hostFault, ip: hostFault }

/**
 * What is wrong with a document's entries beyond their schema: URLs that the system does not allow, addresses given anew
 * that can be read in different ways, and OAuth documents that whoever writes may not use. As KAZOO reports a failed
 * back-end by its entry alone, each stands there and at its own place.
 */
export async function backEndErrors(
  document: JsonObject,
  write: Write,
  storage: StorageContext,
): Promise<ValidationErrors> {
  const refusals = [
    ...(await refusedUrls(document, storage)),
    ...faultyAddresses(document, write.stored),
    ...(await refusedOauth(document, write, storage)),
  ]
  return Object.fromEntries(
    refusals.flatMap(({ path, value, message }) => [
      ...failedEntry(document, path),
      [dottedPath(path), { error: { message, value } }],
    ]),
  )
}

function failedEntry(document: JsonObject, [map, id = '']: readonly string[]): [string, Record<string, JsonObject>][] {
  const value = map === 'attachments' ? getAt(document, formatPointer([map, id])) : undefined
  if (value === undefined) return []
  const message = 'A setting of this back-end is not accepted.'
  return [[dottedPath(['attachments', id]), { not_one_schema_valid: { message, value } }]]
}

async function refusedOauth(document: JsonObject, write: Write, storage: StorageContext): Promise<Refusal[]> {
  const uses = await forbiddenOauthUses(document, write, storage)
  return uses.map(({ path, name }) => ({
    path,
    value: name,
    message: `There is no OAuth document '${name}' that may be used here: it must belong to the account, to its reseller or to an account above it.`,
  }))
}

async function refusedUrls(document: JsonObject, storage: StorageContext): Promise<Refusal[]> {
  const entries = entriesOf(document, 'attachments').filter(([, { handler }]) => handler === 'http')
  if (entries.length === 0) return []
  const blacklist = await readBlacklist(storage.store, storage.allow)
  return entries.flatMap(([id, entry]) => {
    const { url } = settingsOf(entry)
    if (typeof url !== 'string') return []
    const message = urlRefusal(url, blacklist)
    return message === undefined ? [] : [{ path: ['attachments', id, 'settings', 'url'], value: url, message }]
  })
}

/** An address that is stored at its place already stays as it is. */
function faultyAddresses(document: JsonObject, stored: JsonObject): Refusal[] {
  return Object.entries(faultsOf).flatMap(([name, faultOf]) =>
    settingsNamed(name, document).flatMap((path) => {
      const value = getAt(document, formatPointer(path))
      if (typeof value !== 'string' || value === getAt(stored, formatPointer(path))) return []
      const message = faultOf(value)
      return message === undefined ? [] : [{ path, value, message }]
    }),
  )
}

/** Where an address of this name may stand; `params` of a rule go to back-ends of any kind. */
function settingsNamed(name: string, document: JsonObject): string[][] {
  if (name === 'ip') return entriesOf(document, 'connections').map(([id]) => ['connections', id, 'settings', name])
  const inRules = storedRules(document).map((rule) => parsePointer(`${rulePointer(rule)}/attachments/params/${name}`))
  const entries = entriesOf(document, 'attachments').filter(([, { handler }]) =>
    handlerOf(handler)?.address.includes(name),
  )
  return [...entries.map(([id]) => ['attachments', id, 'settings', name]), ...inRules]
}

/** The one that `kazoo_web` stores, else KAZOO's own without what `STRATA_PROBE_ALLOW` names. */
export async function readBlacklist(store: Store, allow: AllowList): Promise<UrlBlacklist> {
  const stored = await store.database('system_config').get('kazoo_web')
  const isAllowed = (item: string) =>
    item === 'localhost' ? allow.names(item) || allow.covers('127.0.0.1') : allow.covers(item.replace(/\/32$/, ''))
  const list = (name: keyof UrlBlacklist) => {
    const value = getAt(stored?.fields, `/default/client/blacklist/${name}`)
    if (Array.isArray(value)) return value.filter((item) => typeof item === 'string')
    return builtInBlacklist[name].filter((item) => !isAllowed(item))
  }
  return { hosts: list('hosts'), cidrs: list('cidrs') }
}

function settingsOf(entry: JsonObject): JsonObject {
  return isJsonObject(entry.settings) ? entry.settings : {}
}
