import { formatPointer, getAt, isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { isAspect, secretByName, secretsWithin } from './secret-names.ts'
import { isSecretText } from './secret-texts.ts'

/**
 * Whether a credential lies at `path` of a config document; its first token is the section.
 * - by the name of the key, or of an object or list around it (`secretsWithin`); by the text itself (`isSecretText`)
 * - only texts and numbers are: an object or list holds them, a boolean never is one
 * - `null` and `""` are where a credential would be, so that clearing one is recognised
 */
export function isConfigSecret(path: readonly string[], value: JsonValue): boolean {
  return isSecretAt(path.slice(1), value)
}

/**
 * Whether a credential lies at `path` of a storage document.
 * - as in configs, and `key` in the settings of a back-end, or in the `params` of a plan that go to it: the key of
 *   Azure is one, the key of S3 is an identifier; of a back-end whose handler is not known it counts as one
 */
export function isStorageSecret(path: readonly string[], value: JsonValue, document: JsonObject): boolean {
  return isSecretAt(path, value) || (isText(value) && isBackEndKey(path, document))
}

/** JSON Pointers of all credentials in a document that are set, told by `isConfigSecret` or `isStorageSecret`. */
export function secretLeaves(
  document: JsonObject,
  isSecret: (path: readonly string[], value: JsonValue, document: JsonObject) => boolean,
): string[] {
  function leavesAt(value: JsonValue, path: readonly string[]): string[] {
    if (value === null || value === '') return []
    if (typeof value !== 'object') return isSecret(path, value, document) ? [formatPointer(path)] : []
    return Object.entries(value).flatMap(([key, child]) => leavesAt(child, [...path, key]))
  }
  return leavesAt(document, [])
}

function isSecretAt(path: readonly string[], value: JsonValue): boolean {
  const isNumber = typeof value === 'number'
  if (!isText(value) && !isNumber) return false
  if (typeof value === 'string' && isSecretText(value)) return true
  const name = path.findLast(isName) ?? ''
  const byName = secretByName(name)
  if (byName === 'any' || (byName === 'text' && !isNumber)) return true
  return path.slice(0, -1).some((around) => {
    if (isNumber) return secretByName(around) === 'any' && !isAspect(name)
    const within = secretsWithin(around)
    return within === 'all' || (within === 'most' && !isAspect(name))
  })
}

/** An item of a list goes by the list's name. */
function isName(token: string): boolean {
  return !/^\d+$/.test(token)
}

function isText(value: JsonValue): boolean {
  return value === null || typeof value === 'string'
}

function isBackEndKey(path: readonly string[], document: JsonObject): boolean {
  if (path.at(-1) !== 'key') return false
  const owner = path.slice(0, -2)
  const inSettings = path[0] === 'attachments' && path.length === 4 && path[2] === 'settings'
  const inParams = path[0] === 'plan' && path.at(-2) === 'params' && owner.at(-1) === 'attachments'
  const named = getAt(document, formatPointer([...owner, 'handler']))
  if (inSettings) return named !== 's3'
  return inParams && (typeof named !== 'string' || handlerOf(document, named) !== 's3')
}

function handlerOf(document: JsonObject, id: string): JsonValue | undefined {
  const entry = isJsonObject(document.attachments) ? document.attachments[id] : undefined
  return isJsonObject(entry) ? entry.handler : undefined
}
