import { formatPointer, getAt, isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import type { Actor } from '#bff/auth/actor.ts'
import { AppError } from '#bff/errors/app-error.ts'
import { redactErrors } from '#bff/redaction/redact-errors.ts'
import type { Configs } from './configs.ts'

type Hider = Pick<Configs, 'redactor'>

/** Where values lie in a document: `[]` is the whole one, `[section]` a section. */
type Base = readonly string[]

/** Values as the actor may see them. */
export function shownSecrets({ redactor }: Hider, actor: Actor, values: JsonObject, base: Base): JsonObject {
  return actor.redact ? asObject(redactor.redact(values, base)) : values
}

/** As `shownSecrets`, for the one value at `path` of the document. */
export function shownLeaf({ redactor }: Hider, actor: Actor, value: JsonValue, path: Base): JsonValue {
  return actor.redact ? redactor.redact(value, path) : value
}

interface Restored {
  /** What the actor sent. */
  readonly sent: JsonObject
  /** What a read would have shown at the same place. */
  readonly known: JsonObject
  readonly base: Base
}

/** What was sent, with the secrets that it leaves hidden put back. Throws `invalid`, keyed inside of it. */
export function restoredSecrets({ redactor }: Hider, actor: Actor, { sent, known, base }: Restored): JsonObject {
  return actor.redact ? asObject(redactor.restore(sent, known, base)) : sent
}

/** As `restoredSecrets`, for a body that replaces: a secret that is `null` is left out. */
export function restoredWhole(hider: Hider, actor: Actor, body: Restored): JsonObject {
  const restored = restoredSecrets(hider, actor, body)
  return actor.redact ? asObject(hider.redactor.withoutCleared(restored, body.base)) : restored
}

/** As `restoredWhole`, for the one leaf at `path`; undefined where it is cleared. Errors are keyed from the document on. */
export function restoredLeaf(
  { redactor }: Hider,
  actor: Actor,
  { sent, known, path }: { sent: JsonValue; known: JsonValue | undefined; path: Base },
): JsonValue | undefined {
  if (!actor.redact) return sent
  const key = path.at(-1) ?? ''
  const holder = { [key]: redactor.restore(sent, known, path, []) }
  return getAt(redactor.withoutCleared(holder, path.slice(0, -1)), formatPointer([key]))
}

/** An error as the actor may see it: where it says what is wrong with values at `base`, without the secrets it echoes. */
export function shownError({ redactor }: Hider, actor: Actor, error: unknown, base: Base): unknown {
  if (!actor.redact || !(error instanceof AppError) || error.kind !== 'invalid') return error
  return new AppError('invalid', error.message, { data: redactErrors(error.data, redactor, base) })
}

/** A redactor gives an object for an object. */
function asObject(value: JsonValue): JsonObject {
  if (isJsonObject(value)) return value
  throw new AppError('internal', 'A section of a config was taken for a secret.')
}
