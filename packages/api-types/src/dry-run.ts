import type { JsonObject, JsonValue } from '@strata/json'

/** What a node reads at a pointer, and which layer answers. Where nothing is stored KAZOO's built-in value applies. */
export type RuntimeReading =
  | { layer: 'node' | 'zone' | 'default'; value: JsonValue }
  | {
      layer: 'built-in'
      /** Only what the schema says: KAZOO's code may carry another. Absent where it says nothing. */
      schema_default?: JsonValue
    }

/**
 * Nodes for which the same holds.
 * - `zone_is: 'known'`: they are in `zone`; with null, in no zone that this category has a section for
 * - `zone_is: 'supposed'`: nobody knows their zone, and it matters: this holds if they are in `zone` (null: in none that
 *   this category has a section for). The same nodes stand in several groups then, one per possibility
 * - `zone_is: 'irrelevant'`: nobody knows their zone, and every possibility gives the same
 */
export type NodeGroup = {
  zone: string | null
  zone_is: 'known' | 'supposed' | 'irrelevant'
  /** Sorted; at most 100 of them. */
  nodes: string[]
  /** How many nodes are meant, also those not named. */
  count: number
  /** Every other node of this zone (null: of no zone with a section) is meant, too: those that Strata does not know. */
  others: boolean
}

/** How many nodes a change is felt by, as far as they are known. */
export type NodeCounts = {
  /** They read something else at one key at least. */
  changed: number
  /** They may: it depends on their zone, which nobody knows. */
  perhaps: number
  /** Those and all others. */
  all: number
}

/** What a change does to what nodes read at one key. */
export type KeyEffect = {
  /** The key as the schema spells it. */
  pointer: string
  /** KAZOO reads what lies here in one: the highest layer that stores anything hides the others completely. */
  is_whole: boolean
  /** Nodes that read something else afterwards. */
  changed: (NodeGroup & { before: RuntimeReading; after: RuntimeReading })[]
  /**
   * Nodes that read the same afterwards, and why:
   * - `masked`: a layer above the changed one answers; `reading.layer` says which
   * - `same-value`: a changed section answers, before or after, with the value that was read before
   * - `not-addressed`: no changed section is among those that these nodes read
   */
  unchanged: (NodeGroup & { reading: RuntimeReading; reason: 'masked' | 'same-value' | 'not-addressed' })[]
}

/** A leaf of the stored document that the change adds, removes or changes. The empty pointer is an empty section. */
export type StoredChange = {
  section: string
  pointer: string
  /** Absent where nothing was stored. */
  before?: JsonValue
  /** Absent where nothing is stored any more. */
  after?: JsonValue
}

/** A stored leaf that a write of the whole document by another client (`GET`, then `POST` on `/v2`) leaves out. */
export type LostLeaf = {
  section: string
  pointer: string
  value: JsonValue
  /**
   * - `masked`: a node's value equals `default`, but the zones named say otherwise: the node would take its zone's value
   * - `schema-default`: it equals the schema default: KAZOO's built-in value would apply
   * - `inherited`: it equals what `/v2` has the section inherit
   * - `empty`: `null` or an empty object, which such a write never stores there
   * - `no-section`: it is not part of any section
   */
  reason: 'masked' | 'schema-default' | 'inherited' | 'empty' | 'no-section'
  /** With `masked`: the zones that say otherwise, as far as the node may be in them. */
  zones?: string[]
}

/** What became of an operation, as the save does it. */
export type LeafOutcome = 'stored' | 'removed' | 'dropped-as-inherited' | 'unchanged'

/**
 * - `no-node-affected`: something is stored or removed, and no node reads anything else
 * - `dropped-as-inherited`: set to what it inherits, so not stored; `pin` would keep it
 * - `masked-override`: stored, although it equals `default`, because the zones named say otherwise; the next
 *   whole-document write by another client drops it
 * - `pin-of-schema-default`: stored, and equal to the schema default; such a write drops it, too
 * - `wrong-type-stored`: what is stored beside the change does not satisfy the schema (`keyword`); it stays
 * - `read-by-nobody`: set below `/default` of the section `default`, where no node looks: KAZOO reads that key at
 *   `instead` of the section
 * - `kazoo-cannot-show`: an object over a scalar or a list of the layers below: KAZOO's own API answers 500 to reads of
 *   the category with defaults
 * - `readers-crash`: something that is no object where KAZOO reads the members of one: the process that reads it crashes
 * - `doubtful-amount`: set to a number that the schema takes and that is hardly meant: negative, or of another order than
 *   the default that the schema names (`usual`, with its unit)
 * - `zone-unknown`: what these nodes read afterwards depends on their zone, which nobody knows
 */
export type DryRunWarning =
  | { code: 'no-node-affected' }
  | { code: 'dropped-as-inherited' | 'pin-of-schema-default'; section: string; pointer: string }
  | { code: 'masked-override'; section: string; pointer: string; zones: string[] }
  | { code: 'wrong-type-stored'; section: string; pointer: string; keyword: string }
  | { code: 'read-by-nobody'; section: string; pointer: string; instead: string }
  | { code: 'kazoo-cannot-show' | 'readers-crash'; section: string; pointer: string }
  | {
      code: 'doubtful-amount'
      section: string
      pointer: string
      doubt: 'negative' | 'much-more' | 'much-less'
      /** Absent where the schema names none. */
      usual?: string
    }
  | { code: 'zone-unknown'; nodes: string[] }

/** The one `/v2` request that comes closest to a change. */
export type EquivalentRequest = {
  method: 'PATCH' | 'POST' | 'DELETE'
  path: string
  /** The whole body; absent for DELETE. Secrets are redacted for browsers: their markers must be replaced. */
  body?: { data: JsonObject }
  /** Leaves that this request leaves otherwise (`after`) than the console's save does (`before`). */
  differs: StoredChange[]
  /** How many leaves differ: at most 500 of them are listed. */
  differs_count: number
}

/** `POST /console/system_configs/{id}/dry_run`, whose body is that of the save: what the save would do. */
export type DryRun = {
  category: string
  /** Of the document the change is based on. */
  revision: string | null
  /** By operation, in the order given. */
  outcomes: LeafOutcome[]
  stored: StoredChange[]
  /** One entry per key that the stored changes touch, by pointer. */
  effects: KeyEffect[]
  nodes: NodeCounts
  warnings: DryRunWarning[]
  /** What the next whole-document write by another client would drop of the document as it will be. */
  lost_by_other_clients: LostLeaf[]
  /** How many such leaves there are: at most 500 of them are listed, first those of which that was not true before. */
  lost_count: number
  /** Of how many of them that was not true before. */
  lost_anew: number
  /** Null where the change stores nothing. */
  curl: EquivalentRequest | null
}
