import { deepEqual, isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { AppError } from '#bff/errors.ts'
import type { ValidationErrors } from '#bff/validation/validator.ts'
import { dottedPath } from './dotted-path.ts'
import type { SecretTest } from './redactor.ts'
import { childOf, embed, mapChildren } from './tree.ts'

type Path = readonly string[]

interface SecretRules {
  readonly isSecret: SecretTest
  readonly fingerprint: (secret: JsonValue) => string
  readonly redactAt: (value: JsonValue, path: Path, document: JsonObject) => JsonValue
}

/** What lies at one path: the value sent, the value stored, and whether it is a secret by either document. */
interface Place {
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
    errors[dottedPath(path)] = { invalid: { message: resolution.refusal } }
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
  place: Place,
  storedDocument: JsonObject,
): Resolution | undefined {
  if (isMarker(value)) {
    return place.isSecret
      ? resolveMarker(rules, value, place.kept)
      : resolveLookalike(rules, value, place, storedDocument)
  }
  if (place.isSecret && isMask(value)) {
    return { refusal: 'This is a mask, not a secret: send the secret itself, or the marker that was read to keep it.' }
  }
  return undefined
}

function resolveMarker(rules: SecretRules, marker: JsonObject, kept: JsonValue | undefined): Resolution {
  if (kept === undefined || kept === null || kept === '') {
    return { refusal: 'Nothing is stored here, so there is no secret to keep: send the secret itself.' }
  }
  if (marker.fingerprint !== rules.fingerprint(kept)) {
    return { refusal: 'Another secret is stored by now: read it again, or send the secret itself.' }
  }
  return { value: kept }
}

/** Where no secret lies, something that looks like a marker is only taken when it is what was read. */
function resolveLookalike(
  rules: SecretRules,
  value: JsonObject,
  { path, kept }: Place,
  storedDocument: JsonObject,
): Resolution {
  if (kept !== undefined && deepEqual(value, rules.redactAt(kept, path, storedDocument))) return { value: kept }
  return { refusal: 'No secret is kept here, so there is none to keep: send the value itself.' }
}

function isMarker(value: JsonValue): value is JsonObject {
  return isJsonObject(value) && Object.hasOwn(value, '$secret') && value.$secret === 'set'
}

function isMask(value: JsonValue): boolean {
  return typeof value === 'string' && /^[*•]+$/.test(value)
}
