import { getAt, type JsonObject, type JsonValue, parsePointer } from '@strata/json'
import type { Layer } from './layer.ts'
import { member } from './leaf.ts'
import { mergeRecursive } from './merge-recursive.ts'

/**
 * What the recursive merge of layers, lowest first, has at a pointer.
 * - only what they hold under the pointer's first key is merged: merging goes key by key, and many pointers are asked for
 */
export function effectiveAt(layers: readonly Layer[], pointer: string): JsonValue | undefined {
  const [key] = parsePointer(pointer)
  return getAt(mergeRecursive(...layers.map(({ values }) => (key === undefined ? values : only(values, key)))), pointer)
}

function only(values: JsonObject, key: string): JsonObject {
  const value = member(values, key)
  return value === undefined ? {} : { [key]: value }
}
