import type { IndexedCategory } from '@strata/api-types'
import type { JsonObject, JsonValue } from '@strata/json'
import { configSectionSchema, type DeclaredKey, declaredKeys } from '@strata/kazoo-schemas'
import type { IsDeclared, KnownNode, ReadsMembers } from '@strata/layered-config'
import { LRUCache } from 'lru-cache'
import type { Actor } from '#bff/auth/actor.ts'
import type { Context } from '#bff/context.ts'
import { createMirror, type Mirror } from '#bff/couch/mirror.ts'
import type { Database, Store } from '#bff/couch/store.ts'
import { createTurns, type Turns } from '#bff/documents/turns.ts'
import type { DocumentWriter } from '#bff/documents/writer.ts'
import type { Redactor } from '#bff/redaction/create-redactor.ts'
import type { Breathe } from '#bff/scheduling/breathe.ts'
import { type CategorySchemas, createCategorySchemas, hasSchema } from '#bff/schemas/category-schemas.ts'
import type { SchemaRepository, SchemaSnapshot } from '#bff/schemas/repository.ts'
import type { Validator } from '#bff/validation/validator.ts'
import { type ConfigDocument, configDatabase, configFromDoc } from './config-document.ts'

/** What system configs are read from and written to, built once. */
export interface Configs {
  readonly store: Store
  readonly documents: DocumentWriter
  readonly schemas: SchemaRepository
  readonly validator: Validator
  readonly database: Database
  /** The documents of the database, by category. */
  readonly mirror: Mirror<ConfigDocument>
  readonly redactor: Redactor
  /** Of those who write a category. */
  readonly turns: Turns
  /** What was worked out of categories, once a schema revision. */
  readonly known: {
    readonly schemas: CategorySchemas
    readonly keys: LRUCache<string, SectionKeys>
    /** With and without secrets, once a revision of what a category depends on. */
    readonly indexed: LRUCache<string, IndexedCategory>
  }
}

/** What a write was sent, and what it insists on. */
export interface Sent {
  readonly data: JsonValue
  readonly ifMatch: string | undefined
}

export function createConfigs({ store, documents, schemas, validator, configRedactor }: Context): Configs {
  const database = store.database(configDatabase)
  return {
    store,
    documents,
    schemas,
    validator,
    database,
    mirror: createMirror(database, configFromDoc),
    redactor: configRedactor,
    turns: createTurns(),
    known: {
      schemas: createCategorySchemas(),
      // All categories twice, so that a changed schema does not push the others out; with and without secrets.
      keys: new LRUCache({ max: 400 }),
      indexed: new LRUCache({ max: 800 }),
    },
  }
}

/** Who looks into categories, and what they are looked at beside. */
export interface Inspection {
  readonly configs: Configs
  readonly actor: Actor
  readonly nodes: readonly KnownNode[]
  /** Lets others have their turn: a category may be large. */
  readonly breathe: Breathe
}

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
