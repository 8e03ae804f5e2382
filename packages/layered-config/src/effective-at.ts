import { getAt, type JsonObject, type JsonValue, parsePointer } from '@strata/json'
import type { Layer } from './layer.ts'
import { member } from './leaf.ts'
import { mergeRecursive } from './merge-recursive.ts'

/**
 * What the recursive merge of layers, lowest first, has at a pointer.
 * - only what they hold under the pointer's first key is merged: merging goes key by key, and many pointers are asked for
 */
export function effectiveAt(layers: readonly Layer[], pointer: string): JsonValue | undefined {
  return getAt(mergeRecursive(...layers.map(({ values }) => underFirstKey(values, pointer))), pointer)
}

/** What an object holds under the first key of a pointer: all that merging and comparing there depend on. */
export function underFirstKey(values: JsonObject, pointer: string): JsonObject {
  const [key] = parsePointer(pointer)
  if (key === undefined) return values
  const value = member(values, key)
  return value === undefined ? {} : { [key]: value }
}
