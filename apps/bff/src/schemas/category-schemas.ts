import { createHash } from 'node:crypto'
import type { JsonObject } from '@strata/json'
import { configSectionSchema, schemaDefaults } from '@strata/kazoo-schemas'
import { LRUCache } from 'lru-cache'
import { type Validator, validate } from '#bff/validation/validator.ts'
import type { SchemaSnapshot } from './repository.ts'

const prefix = 'system_config.'
/** What a category's schema says of it. */
export interface CategorySchema {
  /** Undefined for a category without a schema. */
  readonly revision: string | undefined
  /** The schema defaults of a section; `{}` without a schema. */
  readonly defaults: JsonObject
}

/** The schemas of categories, worked out once a schema revision. */
export type CategorySchemas = LRUCache<string, CategorySchema>

/** Room for all categories twice, so that a changed schema does not push the others out. */
export function createCategorySchemas(): CategorySchemas {
  return new LRUCache({ max: 400 })
}

/**
 * What a category's schema says. Defaults that do not satisfy their own schema count for nothing, as in KAZOO
 * (kapps_config_doc).
 */
export function schemaOfCategory(
  known: CategorySchemas,
  category: string,
  snapshot: SchemaSnapshot,
  validator: Validator,
): CategorySchema {
  const key = `${snapshot.revision} ${category}`
  const existing = known.get(key)
  if (existing !== undefined) return existing
  const created = readSchema(category, snapshot, validator)
  known.set(key, created)
  return created
}

function readSchema(category: string, snapshot: SchemaSnapshot, validator: Validator): CategorySchema {
  if (!hasSchema(category, snapshot)) return { revision: undefined, defaults: {} }
  const defaults = schemaDefaults(category, snapshot.get)
  const areValid = validate(validator, { configSection: category }, defaults, snapshot).valid
  return {
    revision: schemaRevision(configSectionSchema(category, snapshot.get)),
    defaults: areValid ? defaults : {},
  }
}

export function hasSchema(category: string, snapshot: SchemaSnapshot): boolean {
  return snapshot.get(schemaId(category)) !== undefined
}

/** Categories that have a schema, sorted. */
export function categoriesWithSchema(snapshot: SchemaSnapshot): string[] {
  return snapshot.ids.filter((id) => id.startsWith(prefix)).map((id) => id.slice(prefix.length))
}

export function schemaId(category: string): string {
  return prefix + category
}

/** The category whose sections a schema describes; undefined for other schemas. */
export function categoryOf(id: string): string | undefined {
  return id.startsWith(prefix) ? id.slice(prefix.length) : undefined
}

/** Names the content of a self-contained schema: the same text, the same revision, on every server. */
export function schemaRevision(schema: JsonObject): string {
  return createHash('sha256').update(JSON.stringify(schema)).digest('hex').slice(0, 16)
}
