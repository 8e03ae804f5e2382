import type { FormSchema } from '@strata/api-types'
import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { fillDefaults, normaliseSchema } from '@strata/kazoo-schemas'
import { LRUCache } from 'lru-cache'
import type { Context } from '#bff/context.ts'
import { AppError, badIdentifier, validationError } from '#bff/errors/app-error.ts'
import {
  type CategorySchemas,
  categoryOf,
  createCategorySchemas,
  schemaOfCategory,
  schemaRevision,
} from '#bff/schemas/category-schemas.ts'
import type { SchemaRepository, SchemaSnapshot } from '#bff/schemas/repository.ts'
import { type Validator, validate } from '#bff/validation/validator.ts'
import { compileValidatorModule } from './validator-module.ts'

/** All forms twice, so that a changed schema does not push the others out. */
const maxForms = 400
const moduleSuffix = '.mjs'

interface Form {
  readonly schema: JsonObject
  readonly revision: string
}

/** Schemas as API clients read them and, made ready, forms. */
export interface Schemas {
  readonly schemas: SchemaRepository
  readonly validator: Validator
  /** The product's. */
  readonly version: string
  /** What was worked out of them. */
  readonly categories: CategorySchemas
  readonly forms: LRUCache<string, Form>
  readonly modules: LRUCache<string, string>
}

export function createSchemas({ schemas, validator, version }: Context): Schemas {
  return {
    schemas,
    validator,
    version,
    categories: createCategorySchemas(),
    forms: new LRUCache({ max: maxForms }),
    modules: new LRUCache({ max: maxForms }),
  }
}

/** Throws `not-found`. */
export async function readSchema({ schemas }: Schemas, id: string): Promise<JsonObject> {
  const schema = await schemas.get(id)
  if (schema === undefined) throw badIdentifier(id)
  return schema
}

/** The value with the schema's defaults filled in. Throws `not-found` for the schema and `invalid` for the value. */
export async function validateBySchema(
  { schemas, validator }: Schemas,
  id: string,
  value: JsonValue,
): Promise<JsonValue> {
  const snapshot = await schemas.snapshot()
  assertExists(id, snapshot)
  const validation = validate(validator, { schema: id }, publicFields(value), snapshot, { fillDefaults: true })
  if (!validation.valid) throw validationError(validation.errors)
  return validation.value
}

/** What a form is made of. Throws `not-found`. */
export async function readForm(known: Schemas, id: string): Promise<FormSchema> {
  const snapshot = await known.schemas.snapshot()
  const { schema, revision } = formOf(known, id, snapshot)
  // The version, because a newer compiler may make another module of the same schema.
  const validatorUrl = `/console/schemas/${encodeURIComponent(id)}/validator/${revision}${moduleSuffix}?v=${known.version}`
  return { id, revision, schema, defaults: defaultsOf(known, id, snapshot), validator_url: validatorUrl }
}

/**
 * The compiled validators of a form's schema, under the name `<revision>.mjs`.
 * Throws `not-found`, also when the schema has changed since: the form is then to be fetched again.
 */
export async function readValidatorModule(known: Schemas, id: string, name: string | undefined): Promise<string> {
  const { schema, revision } = formOf(known, id, await known.schemas.snapshot())
  if (name !== revision + moduleSuffix) {
    throw new AppError('not-found', `The schema ${id} is no longer as this address says: fetch the form again.`)
  }
  const existing = known.modules.get(revision)
  if (existing !== undefined) return existing
  const created = compileValidatorModule(schema)
  known.modules.set(revision, created)
  return created
}

function formOf({ forms }: Schemas, id: string, snapshot: SchemaSnapshot): Form {
  assertExists(id, snapshot)
  const key = `${snapshot.revision} ${id}`
  const existing = forms.get(key)
  if (existing !== undefined) return existing
  const schema = normaliseSchema(id, snapshot.get)
  const created = { schema, revision: schemaRevision(schema) }
  forms.set(key, created)
  return created
}

function defaultsOf({ categories, validator }: Schemas, id: string, snapshot: SchemaSnapshot): JsonObject {
  const category = categoryOf(id)
  if (category !== undefined) return schemaOfCategory(categories, category, snapshot, validator).defaults
  const filled = fillDefaults({}, snapshot.get(id) ?? {}, snapshot.get)
  return isJsonObject(filled) ? filled : {}
}

function assertExists(id: string, snapshot: SchemaSnapshot): void {
  if (snapshot.get(id) === undefined) throw badIdentifier(id)
}

/** KAZOO validates the public fields of what was sent. */
function publicFields(value: JsonValue): JsonValue {
  if (!isJsonObject(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([key]) => !key.startsWith('_') && !key.startsWith('pvt_')))
}
