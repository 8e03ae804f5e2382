import type { JsonObject } from '@strata/json'
import { type Category, storedConfig } from '@strata/layered-config'
import { type CategorySchema, schemaOfCategory } from '#bff/schemas/category-schemas.ts'
import type { SchemaSnapshot } from '#bff/schemas/repository.ts'
import type { Configs } from './configs.ts'
import { type ConfigDocument, getConfig } from './store.ts'
import { assertCategory } from './v2/body.ts'

/** A category with everything that reads and writes of it depend on, as of one moment. */
export interface LoadedCategory extends Category {
  readonly name: string
  /** Undefined where nothing is stored. */
  readonly document: ConfigDocument | undefined
  readonly snapshot: SchemaSnapshot
  readonly schema: CategorySchema
}

/** Throws `not-found` for a name that no category can have. */
export async function loadCategory(configs: Configs, name: string): Promise<LoadedCategory> {
  assertCategory(name)
  const [document, snapshot] = await Promise.all([getConfig(configs, name), configs.schemas.snapshot()])
  const schema = schemaOfCategory(configs.known.schemas, name, snapshot, configs.validator)
  return { name, document, snapshot, schema, sections: storedConfig(document?.fields), defaults: schema.defaults }
}

/** What an API request about a category is answered with. */
export interface Outcome {
  readonly data: JsonObject
  /** Of the stored document; undefined where there is none. */
  readonly revision: string | undefined
  /** Undefined for a category without a schema. */
  readonly schemaRevision: string | undefined
}
