import type { JsonObject } from '@strata/json'

/** A schema as KAZOO keeps it: draft-04, known by `_id`, other schemas named by id in `$ref`. */
export interface KazooSchema extends JsonObject {
  _id: string
}
