import type { JsonObject } from '@strata/json'
import type { Actor } from '#bff/auth/actor.ts'
import type { StoredDocument } from '#bff/couch/store.ts'

/** A write that a person asked for. */
export interface DocumentWrite {
  readonly database: string
  /** `pvt_type` of the document. */
  readonly type: 'config' | 'storage' | 'storage_plan' | 'account' | 'user'
  /** The stored document this write is based on; undefined when it creates. */
  readonly before: StoredDocument | undefined
  readonly id: string
  readonly fields: JsonObject
  /** The account that a new document belongs to, unless `private` says so. */
  readonly accountId?: string
  /** Private members to set beside those every write sets, e.g. `system_plan`. */
  readonly private?: JsonObject
  /** Whether the other versions of `before` go; else they stay. */
  readonly settles?: true
  readonly actor: Actor
}
