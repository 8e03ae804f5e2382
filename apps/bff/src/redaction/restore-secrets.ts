import type { SecretMarker, ValidationErrors } from '@strata/api-types'
import { deepEqual, isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { isMaskedAddress, keptAddress } from '@strata/kazoo-schemas'
import { AppError } from '#bff/errors/app-error.ts'
import { dottedPath } from '../errors/dotted-path.ts'
import { childOf, embed, mapChildren } from './tree.ts'

type Path = readonly string[]

/** Whether what lies at `path` is a secret. `document` is the whole as far as it is known: it holds `value` at `path`. */
export type SecretTest = (path: readonly string[], value: JsonValue, document: JsonObject) => boolean

interface SecretRules {
  readonly isSecret: SecretTest
  readonly markerAt: (secret: JsonValue, path: Path, document: JsonObject) => SecretMarker
  readonly redactAt: (value: JsonValue, path: Path, document: JsonObject) => JsonValue
}

/** What lies at one path: the value sent, the value stored, and whether it is a secret by either document. */
interface StoredAtPath {
  readonly path: Path
  readonly kept: JsonValue | undefined
  readonly isSecret: boolean
}

/** A place's value, or why it cannot be stored. */
type Resolution = { readonly value: JsonValue } | { readonly refusal: string }

/** `Redactor.restore` under the rules of one kind of document. */
export function restoreSecrets(
  rules: SecretRules,
  incoming: JsonValue,
  stored: JsonValue | undefined,
  base: Path,
  keyedFrom: Path = base,
): JsonValue {
  const incomingDocument = embed(incoming, base)
  const storedDocument = embed(stored ?? {}, base)
  const errors: ValidationErrors = {}

  function restoreAt(value: JsonValue, kept: JsonValue | undefined, path: Path): JsonValue {
    const isSecret =
      rules.isSecret(path, value, incomingDocument) ||
      (kept !== undefined && rules.isSecret(path, kept, storedDocument))
    const resolution = resolve(rules, value, { path, kept, isSecret }, storedDocument)
    if (resolution === undefined) {
      return mapChildren(value, (child, key) => restoreAt(child, childOf(kept, key), [...path, key]))
    }
    if ('value' in resolution) return resolution.value
    errors[dottedPath(path.slice(keyedFrom.length))] = { invalid: { message: resolution.refusal } }
    return value
  }

  const restored = restoreAt(incoming, stored, base)
  if (Object.keys(errors).length > 0) {
    throw new AppError('invalid', 'A secret was not sent in a form that can be stored.', { data: errors })
  }
  return restored
}

/** Undefined for a value that is neither a marker nor a mask: its children decide. */
function resolve(
  rules: SecretRules,
  value: JsonValue,
  place: StoredAtPath,
  storedDocument: JsonObject,
): Resolution | undefined {
  if (isMarker(value)) {
    return place.isSecret
      ? resolveMarker(rules, value, place, storedDocument)
      : resolveLookalike(rules, value, place, storedDocument)
  }
  if (typeof value === 'string' && isMask(value, place)) {
    return { refusal: 'This is a mask, not a secret: send the secret itself, or the marker that was read to keep it.' }
  }
  return undefined
}

function resolveMarker(
  { markerAt }: SecretRules,
  { fingerprint, shown }: JsonObject,
  { path, kept }: StoredAtPath,
  storedDocument: JsonObject,
): Resolution {
  if (kept === undefined || kept === null || kept === '') {
    return { refusal: 'Nothing is stored here, so there is no secret to keep: send the secret itself.' }
  }
  const own = markerAt(kept, path, storedDocument)
  if (fingerprint !== own.fingerprint) {
    return { refusal: 'Another secret is stored by now: read it again, or send the secret itself.' }
  }
  return shown === undefined || shown === own.shown ? { value: kept } : resolveShown(shown, kept, own)
}

const refusals = {
  'other-server': 'The stored key stays with the server it was entered for: type it again to use it with another.',
  'nothing-kept': 'No secret is stored for every ••• of this address: type the secret itself there.',
} as const

/** An address that was edited as it was shown. */
function resolveShown(shown: JsonValue, kept: JsonValue, own: SecretMarker): Resolution {
  if (typeof shown !== 'string' || typeof kept !== 'string' || own.shown === undefined) {
    return { refusal: refusals['nothing-kept'] }
  }
  const result = keptAddress(shown, kept)
  return 'address' in result ? { value: result.address } : { refusal: refusals[result.refusal] }
}

/** Where no secret lies, something that looks like a marker is only taken when it is what was read. */
function resolveLookalike(
  rules: SecretRules,
  value: JsonObject,
  { path, kept }: StoredAtPath,
  storedDocument: JsonObject,
): Resolution {
  if (kept !== undefined && deepEqual(value, rules.redactAt(kept, path, storedDocument))) return { value: kept }
  return { refusal: 'No secret is kept here, so there is none to keep: send the value itself.' }
}

function isMarker(value: JsonValue): value is JsonObject {
  return isJsonObject(value) && Object.hasOwn(value, '$secret') && value.$secret === 'set'
}

function isMask(value: string, { isSecret, kept }: StoredAtPath): boolean {
  return (isSecret && /^[*•]+$/.test(value)) || (value !== kept && isMaskedAddress(value))
}
