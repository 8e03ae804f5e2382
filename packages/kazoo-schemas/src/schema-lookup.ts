import type { JsonObject } from '@strata/json'

/** A set of KAZOO schemas as the store or the catalogue keeps them: draft-04, known by id. */
export type SchemaLookup = (id: string) => JsonObject | undefined

/** A schema that must be there is not: a root that was asked for, or the wrapper of config documents. */
export class MissingSchemaError extends Error {
  override readonly name = 'MissingSchemaError'
  readonly schemaId: string

  constructor(schemaId: string) {
    super(`There is no schema "${schemaId}".`)
    this.schemaId = schemaId
  }
}
