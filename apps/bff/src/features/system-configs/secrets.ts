import { formatPointer, getAt, isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { AppError } from '#bff/errors/app-error.ts'
import type { ApiRequest } from '#bff/http/route.ts'
import { redactErrors } from '#bff/redaction/redact-errors.ts'
import type { Redactor } from '#bff/redaction/redactor.ts'
import { mappingErrors } from './error-paths.ts'

/** Where values lie in a document: `[]` is the whole one, `[section]` a section. */
type Base = readonly string[]

/** The secrets of configs in what goes out to, and comes in from, a client that must not see them. */
export interface Secrets {
  show(request: ApiRequest, values: JsonObject, base: Base): JsonObject
  /** As `show`, for the one value at `path` of the document. */
  showLeaf(request: ApiRequest, value: JsonValue, path: Base): JsonValue
  /**
   * What was sent, with the secrets that it leaves hidden put back from `known`, the values that a read would have
   * shown at the same place. Throws `invalid`.
   */
  restore(request: ApiRequest, sent: JsonObject, known: JsonObject, base: Base): JsonObject
  /** As `restore`, for a body that replaces: a secret that is `null` is left out. */
  restoreWhole(request: ApiRequest, sent: JsonObject, known: JsonObject, base: Base): JsonObject
  /** As `restoreWhole`, for the one leaf at `path` of the document; undefined where it is cleared. */
  restoreLeaf(
    request: ApiRequest,
    sent: JsonValue,
    known: JsonValue | undefined,
    path: readonly [string, ...string[]],
  ): JsonValue | undefined
  /** Runs `write`, which throws validation errors of the document; the values that they echo are hidden, too. */
  hiding<T>(request: ApiRequest, write: () => Promise<T>): Promise<T>
}

export function createSecrets(redactor: Redactor): Secrets {
  function restore(request: ApiRequest, sent: JsonObject, known: JsonObject, base: Base): JsonObject {
    return request.redact ? asObject(redactor.restore(sent, known, base)) : sent
  }

  return {
    show: (request, values, base) => (request.redact ? asObject(redactor.redact(values, base)) : values),
    showLeaf: (request, value, path) => (request.redact ? redactor.redact(value, path) : value),
    restore,
    restoreWhole(request, sent, known, base) {
      const restored = restore(request, sent, known, base)
      return request.redact ? asObject(redactor.withoutCleared(restored, base)) : restored
    },
    restoreLeaf(request, sent, known, path) {
      if (!request.redact) return sent
      const key = path.at(-1) ?? ''
      const holder = { [key]: redactor.restore(sent, known, path) }
      return getAt(redactor.withoutCleared(holder, path.slice(0, -1)), formatPointer([key]))
    },
    hiding: (request, write) =>
      mappingErrors(write, (errors) => (request.redact ? asObject(redactErrors(errors, redactor)) : errors)),
  }
}

/** A redactor gives an object for an object. */
function asObject(value: JsonValue): JsonObject {
  if (isJsonObject(value)) return value
  throw new AppError('internal', 'A section of a config was taken for a secret.')
}
