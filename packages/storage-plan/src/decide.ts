import { isJsonObject, type JsonObject, type JsonValue, parsePointer } from '@strata/json'
import { inspect, mergeRecursive } from '@strata/layered-config'
import type { StorageLayer, StorageLayerName } from './storage-layer.ts'

/** Who said something, and where. */
export interface Decider {
  /** The highest layer that has a say in the value. */
  readonly layer: StorageLayerName
  /** Whether the rule of the document type says it, the rule of its class, or the back-end (or connection) itself. */
  readonly level: 'type' | 'class' | 'entry'
  /** Where the layer's document holds it. */
  readonly pointer: string
}

/** A value that holds; `by` is undefined where no layer says anything and KAZOO falls back to the value. */
export interface Decided<Value extends JsonValue = JsonValue> {
  readonly value: Value
  readonly by: Decider | undefined
}

/**
 * What the merged layers say at a pointer, and who decided it; undefined where they say nothing.
 * - the merge goes key by key, so that only what stands at the pointer is looked at, however long the documents are
 * - a pointer does not lead into lists
 */
export function decide(
  layers: readonly StorageLayer[],
  pointer: string,
  level: Decider['level'],
): (Decided & { readonly by: Decider }) | undefined {
  const { effective, setBy } = inspect(saidAt(layers, pointer), '/value')
  return effective === undefined || setBy === undefined
    ? undefined
    : { value: effective, by: { layer: setBy, level, pointer } }
}

/** Whether the merged layers have an object at a pointer, however much is in it. */
export function isDefined(layers: readonly StorageLayer[], pointer: string): boolean {
  const leaves = saidAt(layers, pointer).map(({ values: { value } }) =>
    said(value === undefined ? value : firstLeaf(value)),
  )
  return isJsonObject(mergeRecursive(...leaves).value)
}

/** What each layer says at a pointer, as `value`; nothing where a higher layer hides it. */
function saidAt(layers: readonly StorageLayer[], pointer: string): StorageLayer[] {
  const documents = layers.map(({ name, values }): StorageLayer => ({ name, values: said(values) }))
  return parsePointer(pointer).reduce(saidBelow, documents)
}

function saidBelow(above: readonly StorageLayer[], token: string): StorageLayer[] {
  const hiding = above.findLastIndex(({ values: { value } }) => value !== undefined && !isJsonObject(value))
  return above.map(({ name, values: { value } }, index) => {
    const isSaid = index > hiding && isJsonObject(value) && Object.hasOwn(value, token)
    return { name, values: said(isSaid ? value[token] : undefined) }
  })
}

function said(value: JsonValue | undefined): JsonObject {
  return value === undefined ? {} : { value }
}

/** As much of a value as makes the merge add it: of an object its first leaf, and no look at what stands behind that. */
function firstLeaf(value: JsonValue): JsonValue {
  if (!isJsonObject(value)) return value
  for (const key of Object.keys(value)) {
    const child = value[key]
    if (child === undefined || child === null) continue
    const leaf = firstLeaf(child)
    if (!isJsonObject(leaf) || Object.keys(leaf).length > 0) return Object.fromEntries([[key, leaf]])
  }
  return {}
}
