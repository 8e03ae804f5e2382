import { createHash } from 'node:crypto'
import type { JsonObject } from '@strata/json'
import { configSectionSchema, schemaDefaults } from '@strata/kazoo-schemas'
import { LRUCache } from 'lru-cache'
import type { Validator } from '#bff/validation/validator.ts'
import type { SchemaSnapshot } from './repository.ts'

const prefix = 'system_config.'
/** All categories twice, so that a changed schema does not push the others out. */
const maxCategories = 400

/** What a category's schema says of it. */
export interface CategorySchema {
  /** Undefined for a category without a schema. */
  readonly revision: string | undefined
  /** The schema defaults of a section; `{}` without a schema. */
  readonly defaults: JsonObject
}

/** The schema facts of categories, worked out once a schema revision. */
export interface CategorySchemas {
  of(category: string, snapshot: SchemaSnapshot): CategorySchema
}

/**
 * Schema facts of categories. Defaults that do not satisfy their own schema count for nothing, as in KAZOO
 * (kapps_config_doc).
 */
export function createCategorySchemas(validator: Validator): CategorySchemas {
  const cache = new LRUCache<string, CategorySchema>({ max: maxCategories })
  return {
    of(category, snapshot) {
      const key = `${snapshot.revision} ${category}`
      const existing = cache.get(key)
      if (existing !== undefined) return existing
      const created = categorySchema(category, snapshot, validator)
      cache.set(key, created)
      return created
    },
  }
}

function categorySchema(category: string, snapshot: SchemaSnapshot, validator: Validator): CategorySchema {
  if (!hasSchema(category, snapshot)) return { revision: undefined, defaults: {} }
  const defaults = schemaDefaults(category, snapshot.get)
  const areValid = validator.validate({ configSection: category }, defaults, snapshot).valid
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
