import type { JsonObject } from '@strata/json'

/** A document to be created, its public and private halves apart; private keys are named without `pvt_`. */
export interface SampleDocument {
  /** Plain, not encoded: `account/ab/cd/…`. */
  readonly database: string
  readonly id: string
  readonly fields: JsonObject
  readonly private: JsonObject
}
