import type { JsonObject } from '@strata/json'
import { configSectionSchema, type DeclaredKey, declaredKeys } from '@strata/kazoo-schemas'
import type { IsDeclared, ReadsMembers } from '@strata/layered-config'
import { LRUCache } from 'lru-cache'
import { hasSchema } from '#bff/schemas/category-schemas.ts'
import type { SchemaSnapshot } from '#bff/schemas/repository.ts'

/** All categories twice, so that a changed schema does not push the others out. */
const maxCategories = 400

/** The keys of a category's sections. */
export interface SectionKeys {
  /** Of a section; `{}` for a category without a schema. */
  readonly schema: JsonObject
  readonly declared: readonly DeclaredKey[]
  readonly readsMembers: ReadsMembers
  readonly isDeclared: IsDeclared
}

/** The keys of categories, worked out once a schema revision. */
export type SectionKeysOf = (category: string, snapshot: SchemaSnapshot) => SectionKeys

export function createSectionKeys(): SectionKeysOf {
  const cache = new LRUCache<string, SectionKeys>({ max: maxCategories })
  return (category, snapshot) => {
    const key = `${snapshot.revision} ${category}`
    const existing = cache.get(key)
    if (existing !== undefined) return existing
    const created = sectionKeys(category, snapshot)
    cache.set(key, created)
    return created
  }
}

function sectionKeys(category: string, snapshot: SchemaSnapshot): SectionKeys {
  const schema = hasSchema(category, snapshot) ? configSectionSchema(category, snapshot.get) : {}
  const declared = declaredKeys(schema)
  const hasMembers = new Map(declared.map((key) => [key.pointer, key.hasMembers]))
  return {
    schema,
    declared,
    readsMembers: (pointer) => hasMembers.get(pointer) === true,
    isDeclared: (pointer) => hasMembers.has(pointer),
  }
}
