import type { FormSchema } from '@strata/api-types'
import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { fillDefaults, normaliseSchema } from '@strata/kazoo-schemas'
import { LRUCache } from 'lru-cache'
import type { Context } from '#bff/context.ts'
import { AppError, badIdentifier, validationError } from '#bff/errors/app-error.ts'
import { categoryOf, createCategorySchemas, schemaRevision } from '#bff/schemas/category-schemas.ts'
import type { SchemaSnapshot } from '#bff/schemas/repository.ts'
import { compileValidatorModule } from './validator-module.ts'

/** All forms twice, so that a changed schema does not push the others out. */
const maxForms = 400
const moduleSuffix = '.mjs'

interface Form {
  readonly schema: JsonObject
  readonly revision: string
}

export interface SchemaService {
  /** Sorted ids; those of messages between nodes only with `internals`. */
  ids(internals: boolean): Promise<string[]>
  /** Throws `not-found`. */
  get(id: string): Promise<JsonObject>
  /** The value with the schema's defaults filled in. Throws `not-found` for the schema and `invalid` for the value. */
  validate(id: string, value: JsonValue): Promise<JsonValue>
  /** What a form is made of. Throws `not-found`. */
  form(id: string): Promise<FormSchema>
  /**
   * The compiled validators of a form's schema, under the name `<revision>.mjs`.
   * Throws `not-found`, also when the schema has changed since: the form is then to be fetched again.
   */
  validatorModule(id: string, name: string | undefined): Promise<string>
}

/** Schemas for API clients and, made ready, for forms. */
export function createSchemaService({ schemas, validator, version }: Context): SchemaService {
  const categories = createCategorySchemas(validator)
  const forms = new LRUCache<string, Form>({ max: maxForms })
  const modules = new LRUCache<string, string>({ max: maxForms })

  function formOf(id: string, snapshot: SchemaSnapshot): Form {
    assertExists(id, snapshot)
    const key = `${snapshot.revision} ${id}`
    const existing = forms.get(key)
    if (existing !== undefined) return existing
    const schema = normaliseSchema(id, snapshot.get)
    const created = { schema, revision: schemaRevision(schema) }
    forms.set(key, created)
    return created
  }

  function defaultsOf(id: string, snapshot: SchemaSnapshot): JsonObject {
    const category = categoryOf(id)
    if (category !== undefined) return categories.of(category, snapshot).defaults
    const filled = fillDefaults({}, snapshot.get(id) ?? {}, snapshot.get)
    return isJsonObject(filled) ? filled : {}
  }

  return {
    ids: (internals) => schemas.ids(internals),
    async get(id) {
      const schema = await schemas.get(id)
      if (schema === undefined) throw badIdentifier(id)
      return schema
    },
    async validate(id, value) {
      const snapshot = await schemas.snapshot()
      assertExists(id, snapshot)
      const validation = validator.validate({ schema: id }, publicFields(value), snapshot, { fillDefaults: true })
      if (!validation.valid) throw validationError(validation.errors)
      return validation.value
    },
    async form(id) {
      const snapshot = await schemas.snapshot()
      const { schema, revision } = formOf(id, snapshot)
      // The version, because a newer compiler may make another module of the same schema.
      const validatorUrl = `/console/schemas/${encodeURIComponent(id)}/validator/${revision}${moduleSuffix}?v=${version}`
      return { id, revision, schema, defaults: defaultsOf(id, snapshot), validator_url: validatorUrl }
    },
    async validatorModule(id, name) {
      const { schema, revision } = formOf(id, await schemas.snapshot())
      if (name !== revision + moduleSuffix) {
        throw new AppError('not-found', `The schema ${id} is no longer as this address says: fetch the form again.`)
      }
      const existing = modules.get(revision)
      if (existing !== undefined) return existing
      const created = compileValidatorModule(schema)
      modules.set(revision, created)
      return created
    },
  }
}

function assertExists(id: string, snapshot: SchemaSnapshot): void {
  if (snapshot.get(id) === undefined) throw badIdentifier(id)
}

/** KAZOO validates the public fields of what was sent. */
function publicFields(value: JsonValue): JsonValue {
  if (!isJsonObject(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([key]) => !key.startsWith('_') && !key.startsWith('pvt_')))
}
