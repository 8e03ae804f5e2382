import type { ValidationErrors } from '@strata/api-types'
import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import {
  configDocumentSchema,
  configDocumentSource,
  configSectionSchema,
  configSectionSource,
  fillDefaults,
  MissingSchemaError,
  normaliseSchema,
} from '@strata/kazoo-schemas'
import { LRUCache } from 'lru-cache'
import { AppError } from '#bff/errors/app-error.ts'
import { dottedPath } from '#bff/errors/dotted-path.ts'
import type { SchemaSnapshot } from '#bff/schemas/repository.ts'
import { coerce } from './coerce.ts'
import { compileSchema, type SchemaCheck } from './compile-schema.ts'
import { keyedErrors } from './keyed-errors.ts'

/** Both forms of all categories, and as many again while a schema changes. */
const maxCompiled = 600

interface Compiled {
  readonly check: SchemaCheck
  /** KAZOO's own schema, whose defaults count. */
  readonly source: JsonObject
}

/** The schemas that were compiled, each once a schema revision. */
export interface Validator {
  readonly compiled: LRUCache<string, Compiled>
}

export function createValidator(): Validator {
  return { compiled: new LRUCache({ max: maxCompiled }) }
}

/** `value` is the copy with everything converted that could be, also where something else is wrong. */
export type Validation =
  | { readonly valid: true; readonly value: JsonValue }
  | { readonly valid: false; readonly errors: ValidationErrors; readonly value: JsonValue }

/** Which document is validated: a schema by its id, a whole system config, or one section of it. */
export type ValidationTarget =
  | { readonly schema: string }
  | { readonly configDocument: string }
  | { readonly configSection: string }

/**
 * Validates as Crossbar does: draft-04 semantics, coercion of strings to numbers and booleans on wrong types, errors in
 * Crossbar's shape. `value` is the coerced copy; with `fillDefaults` schema defaults are written into it as well.
 * Numbers that cannot be kept exactly are refused, whatever the schema says of their place.
 * A category without a schema accepts anything in its sections. Throws `internal` when a named schema is missing.
 */
export function validate(
  validator: Validator,
  target: ValidationTarget,
  value: JsonValue,
  snapshot: SchemaSnapshot,
  options?: { fillDefaults?: boolean },
): Validation {
  const { check, source } = compiledFor(validator, target, snapshot)
  const fill = (candidate: JsonValue) => fillDefaults(candidate, source, snapshot.get)
  const validation = withExactNumbers(validateBy(check, fill, value), value)
  return validation.valid && options?.fillDefaults === true
    ? { valid: true, value: fill(validation.value) }
    : validation
}

function compiledFor({ compiled }: Validator, target: ValidationTarget, snapshot: SchemaSnapshot): Compiled {
  const key = JSON.stringify([snapshot.revision, target])
  const existing = compiled.get(key)
  if (existing !== undefined) return existing
  const { schema, source } = schemasOf(target, snapshot)
  const created = { check: compileSchema(schema), source }
  compiled.set(key, created)
  return created
}

function withExactNumbers(validation: Validation, sent: JsonValue): Validation {
  const inexact = inexactNumbers(sent)
  if (Object.keys(inexact).length === 0) return validation
  return {
    valid: false,
    errors: { ...(validation.valid ? {} : validation.errors), ...inexact },
    value: validation.value,
  }
}

/**
 * KAZOO fills in defaults before it looks at what is required, and converts only what it found wrong; so both happen
 * here between the attempts. Each conversion leaves one wrong type less.
 */
function validateBy(check: SchemaCheck, fill: (value: JsonValue) => JsonValue, value: JsonValue): Validation {
  const errors = check(fill(value))
  if (errors.length === 0) return { valid: true, value }
  const coerced = coerce(value, errors)
  return coerced === value
    ? { valid: false, errors: keyedErrors(errors, value), value }
    : validateBy(check, fill, coerced)
}

function schemasOf(target: ValidationTarget, { get }: SchemaSnapshot): { schema: JsonObject; source: JsonObject } {
  try {
    if ('configDocument' in target) {
      const category = target.configDocument
      return { schema: configDocumentSchema(category, get), source: configDocumentSource(category, get) }
    }
    if ('configSection' in target) {
      const category = target.configSection
      return { schema: configSectionSchema(category, get), source: configSectionSource(category, get) }
    }
    return { schema: normaliseSchema(target.schema, get), source: get(target.schema) ?? {} }
  } catch (error) {
    if (!(error instanceof MissingSchemaError)) throw error
    throw new AppError('internal', `The schema ${error.schemaId} is needed to check this request, but it is missing.`, {
      cause: error,
    })
  }
}

/**
 * Errors for the numbers of a value that would be stored as others: too large for any (`1e400`), or integers of more
 * digits than a JavaScript number holds. KAZOO keeps such integers; Strata refuses them rather than change them.
 */
function inexactNumbers(value: JsonValue, path: readonly string[] = []): ValidationErrors {
  if (typeof value === 'number') {
    return isExact(value) ? {} : { [dottedPath(path)]: { invalid: { message: 'This number cannot be kept exactly.' } } }
  }
  if (!Array.isArray(value) && !isJsonObject(value)) return {}
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, child]) => Object.entries(inexactNumbers(child, [...path, key]))),
  )
}

function isExact(number: number): boolean {
  return Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number))
}
