import type { JsonObject } from '@strata/json'
import { type Decided, type Decider, decide, isDefined } from './decide.ts'
import { mergedStorage, type StorageLayer } from './storage-layer.ts'

/**
 * The documents that decide together, as one request reads them.
 * - a place is looked at when it is asked about, and once: rules share back-ends and what their class says, so that
 *   asking about every rule costs what the documents hold, and not that many times over
 */
export interface LayeredStorage {
  /** Lowest first. */
  readonly layers: readonly StorageLayer[]
  /** The document that they make together, as nodes of KAZOO load it. */
  readonly merged: JsonObject
  /** The system's layers alone. */
  readonly ofSystem: LayeredStorage
  /** What they say at a pointer, and who decided it; undefined where they say nothing. */
  decide(pointer: string, level: Decider['level']): (Decided & { readonly by: Decider }) | undefined
  /** Whether they have an object at a pointer. */
  isDefined(pointer: string): boolean
}

/** Reads layers, lowest first, which must not change meanwhile. */
export function layeredStorage(layers: readonly StorageLayer[]): LayeredStorage {
  const decisions = new Map<string, Found<ReturnType<typeof decide>>>()
  const definitions = new Map<string, Found<boolean>>()
  let merged: JsonObject | undefined
  let ofSystem: LayeredStorage | undefined
  return {
    layers,
    get merged() {
      merged ??= mergedStorage(layers)
      return merged
    },
    get ofSystem() {
      ofSystem ??= layeredStorage(layers.filter(({ name }) => name === 'built-in' || name === 'system'))
      return ofSystem
    },
    decide: (pointer, level) => once(decisions, level + pointer, () => decide(layers, pointer, level)),
    isDefined: (pointer) => once(definitions, pointer, () => isDefined(layers, pointer)),
  }
}

/** What was found at a place, be it nothing. */
interface Found<Value> {
  readonly value: Value
}

function once<Value>(known: Map<string, Found<Value>>, key: string, find: () => Value): Value {
  const found = known.get(key)
  if (found !== undefined) return found.value
  const value = find()
  known.set(key, { value })
  return value
}
