import type { JsonObject } from '@strata/json'

/** Plain values under a name. Layers come in lists, lowest first, each name once. */
export interface Layer<Name extends string = string> {
  readonly name: Name
  readonly values: JsonObject
}
