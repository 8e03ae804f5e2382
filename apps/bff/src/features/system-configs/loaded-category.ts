import type { JsonObject } from '@strata/json'
import { type Category, storedConfig } from '@strata/layered-config'
import type { Context } from '#bff/context.ts'
import { type CategorySchema, createCategorySchemas } from '#bff/schemas/category-schemas.ts'
import type { SchemaSnapshot } from '#bff/schemas/repository.ts'
import type { ConfigDocument, ConfigStore } from './store.ts'
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
export type CategoryLoader = (name: string) => Promise<LoadedCategory>

export function createCategoryLoader({ schemas, validator }: Context, store: ConfigStore): CategoryLoader {
  const categorySchemas = createCategorySchemas(validator)
  return async (name) => {
    assertCategory(name)
    const [document, snapshot] = await Promise.all([store.get(name), schemas.snapshot()])
    const schema = categorySchemas.of(name, snapshot)
    return {
      name,
      document,
      snapshot,
      schema,
      sections: storedConfig(document?.fields),
      defaults: schema.defaults,
    }
  }
}

/** What an API request about a category is answered with. */
export interface Outcome {
  readonly data: JsonObject
  /** Of the stored document; undefined where there is none. */
  readonly revision: string | undefined
  /** Undefined for a category without a schema. */
  readonly schemaRevision: string | undefined
}
