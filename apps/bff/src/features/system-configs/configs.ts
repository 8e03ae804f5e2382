import type { IndexedCategory } from '@strata/api-types'
import type { JsonValue } from '@strata/json'
import type { KnownNode } from '@strata/layered-config'
import { LRUCache } from 'lru-cache'
import type { Actor } from '#bff/auth/actor.ts'
import type { Context } from '#bff/context.ts'
import { createMirror, type Mirror } from '#bff/couch/mirror.ts'
import type { Database } from '#bff/couch/store.ts'
import { createTurns, type Turns } from '#bff/documents/turns.ts'
import type { Breathe } from '#bff/scheduling/breathe.ts'
import { type CategorySchemas, createCategorySchemas } from '#bff/schemas/category-schemas.ts'
import { type ConfigDocument, configDatabase, configFromDoc } from './config-document.ts'
import type { SectionKeys } from './section-keys.ts'

type Services = Pick<Context, 'store' | 'documents' | 'schemas' | 'validator'>

/** What system configs are read from and written to, built once. */
export interface Configs extends Services {
  readonly database: Database
  /** The documents of the database, by category. */
  readonly mirror: Mirror<ConfigDocument>
  readonly redactor: Context['configRedactor']
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

export function createConfigs(context: Services & Pick<Context, 'configRedactor'>): Configs {
  const { store, documents, schemas, validator } = context
  const database = store.database(configDatabase)
  return {
    store,
    documents,
    schemas,
    validator,
    database,
    mirror: createMirror(database, configFromDoc),
    redactor: context.configRedactor,
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
