import type { JsonObject } from '@strata/json'
import { type Category, storedConfig } from '@strata/layered-config'
import { badIdentifier } from '#bff/errors/app-error.ts'
import { type CategorySchema, schemaOfCategory } from '#bff/schemas/category-schemas.ts'
import type { SchemaSnapshot } from '#bff/schemas/repository.ts'
import type { ConfigDocument } from './config-document.ts'
import { type Configs, readKeys, type SectionKeys } from './configs.ts'
import { getConfig } from './store.ts'

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
  // CouchDB keeps those for itself.
  if (name.startsWith('_')) throw badIdentifier(name)
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

/** The keys of a category, worked out once a schema revision. */
export function sectionKeys({ known }: Configs, { name, snapshot }: LoadedCategory): SectionKeys {
  const key = `${snapshot.revision} ${name}`
  const existing = known.keys.get(key)
  if (existing !== undefined) return existing
  const created = readKeys(name, snapshot)
  known.keys.set(key, created)
  return created
}
