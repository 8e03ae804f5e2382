import { formatPointer, getAt, isJsonObject, type JsonObject, type JsonValue, parsePointer } from '@strata/json'
import { isStorageSecret, secretLeaves } from '@strata/kazoo-schemas'
import {
  type Decided,
  type LayerName,
  mergedStorage,
  type PlanRule,
  planClasses,
  planRules,
  resolveRoute,
  rulePointer,
  type StorageLayer,
} from '@strata/storage-plan'
import { dottedPath } from '#bff/redaction/dotted-path.ts'
import type { ValidationErrors } from '#bff/validation/validator.ts'
import { entriesOf } from './entries.ts'

/** Settings that say which server a back-end's requests, and what they prove themselves with, go to. */
const addressSettings = ['url', 'host', 'port', 'scheme'] as const

/**
 * Where a document would send the secrets of a layer below it to a place of its own choosing: KAZOO merges entries of one
 * id key by key, so that whoever changes the address keeps the credentials.
 * - a connection of an id that a layer below defines with credentials
 * - a back-end of such an id, unless it brings its own secret for every one below
 * - `params` of a rule with an address for a back-end whose secrets are another layer's
 */
export function borrowedSecrets(
  document: JsonObject,
  below: readonly StorageLayer[],
  own: LayerName,
): ValidationErrors {
  const lent = lentSecrets(mergedStorage(below))
  return {
    ...Object.fromEntries(
      entriesOf(document, 'connections')
        .filter(([id]) => lent('connections', id).length > 0)
        .map(([id]) => [dottedPath(['connections', id]), refusal('connection')]),
    ),
    ...Object.fromEntries(
      entriesOf(document, 'attachments')
        .filter(([id]) => lent('attachments', id).some((pointer) => getAt(document, pointer) === undefined))
        .map(([id]) => [dottedPath(['attachments', id]), refusal('back-end')]),
    ),
    ...redirectedRules(document, [...below, { name: own, values: document }], own),
  }
}

/** Pointers of the secrets that layers hold in an entry. */
function lentSecrets(merged: JsonObject): (map: 'attachments' | 'connections', id: string) => string[] {
  const secrets = secretLeaves(merged, isStorageSecret)
  return (map, id) => secrets.filter((pointer) => pointer.startsWith(`${formatPointer([map, id])}/`))
}

function redirectedRules(document: JsonObject, layers: readonly StorageLayer[], own: LayerName): ValidationErrors {
  const merged = mergedStorage(layers)
  const isSecret = (id: string, name: string, value: JsonValue) =>
    isStorageSecret(['attachments', id, 'settings', name], value, merged)
  const errors = planRules(merged)
    .filter((rule) => saysAddress(document, rule))
    .flatMap((rule) => redirections(layers, rule, own, isSecret))
    .map((pointer) => [dottedPath(parsePointer(pointer)), redirection])
  return Object.fromEntries(errors)
}

/** Of a type's rule and its class's either may say it. */
function saysAddress(document: JsonObject, rule: PlanRule): boolean {
  return [rule, { ...rule, type: undefined }].some((each) => {
    const params = getAt(document, `${rulePointer(each)}/attachments/params`)
    return isJsonObject(params) && addressSettings.some((name) => params[name] !== undefined)
  })
}

/** Where a rule gives an address of this document to a back-end with a secret of another. */
function redirections(
  layers: readonly StorageLayer[],
  rule: PlanRule,
  own: LayerName,
  isSecret: (id: string, name: string, value: JsonValue) => boolean,
): string[] {
  const planClass = planClasses.find((known) => known === rule.planClass)
  const backEnd = planClass && resolveRoute(layers, { planClass, type: rule.type }).backEnd
  if (backEnd === undefined) return []
  const { id, settings } = backEnd
  const isLent = ([name, { value, by }]: [string, Decided]) => by?.layer !== own && isSecret(id.value, name, value)
  if (!Object.entries(settings).some(isLent)) return []
  return addressSettings.flatMap((name) => {
    const by = settings[name]?.by
    return by?.layer === own && by.level !== 'entry' ? [by.pointer] : []
  })
}

function refusal(what: string) {
  const message = `A layer below defines a ${what} of this id, and its secrets would go where this entry says: choose another id.`
  return { invalid: { message } }
}

const redirection = {
  invalid: {
    message:
      'The back-end that this rule uses is defined by a layer below, and its secrets would go to this address: define a back-end of your own.',
  },
}
