import type { JsonObject } from '@strata/json'
import { configSectionSchema, type DeclaredKey, declaredKeys } from '@strata/kazoo-schemas'
import type { IsDeclared, ReadsMembers } from '@strata/layered-config'
import { hasSchema } from '#bff/schemas/category-schemas.ts'
import type { SchemaSnapshot } from '#bff/schemas/repository.ts'

/** The keys of a category's sections. */
export interface SectionKeys {
  /** Of a section; `{}` for a category without a schema. */
  readonly schema: JsonObject
  readonly declared: readonly DeclaredKey[]
  readonly readsMembers: ReadsMembers
  readonly isDeclared: IsDeclared
}

export function readKeys(name: string, snapshot: SchemaSnapshot): SectionKeys {
  const schema = hasSchema(name, snapshot) ? configSectionSchema(name, snapshot.get) : {}
  const declared = declaredKeys(schema)
  const hasMembers = new Map(declared.map((key) => [key.pointer, key.hasMembers]))
  return {
    schema,
    declared,
    readsMembers: (pointer) => hasMembers.get(pointer) === true,
    isDeclared: (pointer) => hasMembers.has(pointer),
  }
}
