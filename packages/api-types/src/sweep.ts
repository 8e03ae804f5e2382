import type { JsonValue } from '@strata/json'
import type { LeafOperation } from './console.ts'

/**
 * Something that could be tidied, by kind:
 * - `equal-to-inherited`: a zone's or node's leaf that can go while every node provably reads the same
 * - `pin`: equal to the schema default with nothing stored below it: removing it leaves KAZOO's built-in value, which
 *   may be another
 * - `unknown-key`: no schema knows the key
 * - `wrong-type`: the stored value does not have the type the schema asks for (`keyword` says what it breaks)
 * - `unknown-node`: a section of a node that the topology does not know; only when it knows any
 * - `unknown-zone`: a section of a zone that no known node is in; only when the zone of every known node is known
 * - `empty-section`: a section that stores nothing, left behind by what was removed from it
 * - `unread`: below `/default` of the section `default`, where no node looks
 * - `mixed-shape`: an object over a scalar or a list of the layers below: KAZOO's own API answers 500 to reads of the
 *   category with defaults
 * - `promotable`: all known nodes of a zone set the same: it can be set once, for the zone
 * - `near-duplicate`: the node alone, or nearly, says otherwise than the other nodes of its zone that set the leaf
 */
export type SweepKind =
  | 'equal-to-inherited'
  | 'pin'
  | 'unknown-key'
  | 'wrong-type'
  | 'unknown-node'
  | 'unknown-zone'
  | 'empty-section'
  | 'unread'
  | 'mixed-shape'
  | 'promotable'
  | 'near-duplicate'

export type SweepFinding = {
  kind: SweepKind
  section: string
  /** The empty pointer is the whole section. */
  pointer: string
  /** What is stored there, redacted for browsers. Absent for a whole section. */
  value?: JsonValue
  /** With `wrong-type`: the schema keyword that is broken. */
  keyword?: string
  /** With `promotable`: the nodes that set the value. With `near-duplicate`: those that agree on another. */
  nodes?: string[]
  /** With `near-duplicate`: what the others say. With `wrong-type`: what it is converted to, if it can be. */
  instead?: JsonValue
  /** Whether every node, known or not, provably reads the same afterwards. Only such may be preselected; pins are not. */
  is_safe: boolean
  /** What mends it; those of several findings of a category may be joined, in order. */
  operations: LeafOperation[]
}

export type SweptCategory = {
  category: string
  /** Base of the bulk write. */
  revision: string
  findings: SweepFinding[]
  /** Findings past 1,000 a category are only counted: they show when those before them are mended. */
  left_out: number
}

/** `GET /console/system_configs/sweep`: findings of all stored categories; those without any are left out. */
export type SweepReport = {
  /** Whether the topology knows any node; without it no section counts as one of an unknown node. */
  knows_nodes: boolean
  categories: SweptCategory[]
}
