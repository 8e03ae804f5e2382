import type { JsonObject, JsonValue } from '@strata/json'
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
import type { SchemaSnapshot } from '#bff/schemas/repository.ts'
import { coerce } from './coerce.ts'
import { compileSchema, type SchemaCheck } from './compile-schema.ts'
import { inexactNumbers } from './inexact-numbers.ts'
import { keyedErrors } from './keyed-errors.ts'
import type { Validation, ValidationTarget, Validator } from './validator.ts'

/** Both forms of all categories, and as many again while a schema changes. */
const maxCompiled = 600

interface Compiled {
  readonly check: SchemaCheck
  /** KAZOO's own schema, whose defaults count. */
  readonly source: JsonObject
}

/** A validator that compiles each schema once a schema revision. */
export function createValidator(): Validator {
  const cache = new LRUCache<string, Compiled>({ max: maxCompiled })

  function compiled(target: ValidationTarget, snapshot: SchemaSnapshot): Compiled {
    const key = JSON.stringify([snapshot.revision, target])
    const existing = cache.get(key)
    if (existing !== undefined) return existing
    const { schema, source } = schemasOf(target, snapshot)
    const created = { check: compileSchema(schema), source }
    cache.set(key, created)
    return created
  }

  return {
    validate(target, value, snapshot, options) {
      const { check, source } = compiled(target, snapshot)
      const fill = (candidate: JsonValue) => fillDefaults(candidate, source, snapshot.get)
      const validation = withExactNumbers(validateBy(check, fill, value), value)
      return validation.valid && options?.fillDefaults === true
        ? { valid: true, value: fill(validation.value) }
        : validation
    },
  }
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
