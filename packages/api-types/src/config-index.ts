import type { JsonValue } from '@strata/json'

/** A key that a category's schema declares. */
export type IndexedKey = {
  pointer: string
  /** Absent where it is what the key's own name reads as (`humanise`). */
  title?: string
  description?: string
  /** Types joined by `|`; `''` where the schema does not say. */
  type: string
  /** Whether a credential lies here. Absent: no. */
  secret?: true
}

/**
 * What is to know of a stored leaf:
 * - `noise`: it can go while every node provably reads the same
 * - `invalid`: the schema does not take the value as it is stored
 */
export type LeafMark = 'noise' | 'invalid'

/** A stored leaf: pointer and value, redacted for browsers; texts and lists past 200 characters are cut to a text. */
export type IndexedLeaf = [pointer: string, value: JsonValue, ...marks: LeafMark[]]

export type IndexedCategory = {
  id: string
  title: string
  revision: string | null
  keys: IndexedKey[]
  /** Stored leaves by section. */
  sections: Record<string, IndexedLeaf[]>
  /** How many findings of the sweep there are of a kind. Absent: none. */
  findings?: Partial<Record<FindingMark, number>>
}

/**
 * Findings of the sweep that a search counts: those that marks come from (`noise` is `equal-to-inherited`, `invalid` is
 * `wrong-type`), and sections of unknown nodes and zones.
 */
export type FindingMark = LeafMark | 'unknown-node' | 'unknown-zone'

/** `GET /console/system_configs/index`: what a search across all categories looks through. Send its `ETag` back. */
export type ConfigIndex = {
  categories: IndexedCategory[]
}
