import { getAt, isJsonObject, type JsonObject, type JsonValue, parsePointer } from '@strata/json'
import { inspect, mergeRecursive } from '@strata/layered-config'
import type { LayerName, StorageLayer } from './storage-layer.ts'

/** Who said something, and where. */
export interface Decision {
  /** The highest layer that has a say in the value. */
  readonly layer: LayerName
  /** Whether the rule of the document type says it, the rule of its class, or the back-end (or connection) itself. */
  readonly level: 'type' | 'class' | 'entry'
  /** Where the layer's document holds it. */
  readonly pointer: string
}

/** A value that holds; `by` is undefined where no layer says anything and KAZOO falls back to the value. */
export interface Decided<Value extends JsonValue = JsonValue> {
  readonly value: Value
  readonly by: Decision | undefined
}

/** What the merged layers say at a pointer, and who decided it; undefined where they say nothing. */
export function decide(
  layers: readonly StorageLayer[],
  pointer: string,
  level: Decision['level'],
): (Decided & { readonly by: Decision }) | undefined {
  const tokens = parsePointer(pointer)
  const { effective, setBy } = inspect(
    layers.map(({ name, values }) => ({ name, values: branch(values, tokens) })),
    pointer,
  )
  return effective === undefined || setBy === undefined
    ? undefined
    : { value: effective, by: { layer: setBy, level, pointer } }
}

/** Whether the merged layers have an object at a pointer, however much is in it. */
export function isDefined(layers: readonly StorageLayer[], pointer: string): boolean {
  const tokens = parsePointer(pointer)
  const ways = layers.map(({ values }) => branch(values, tokens, firstLeaf))
  return isJsonObject(getAt(mergeRecursive(...ways), pointer))
}

/**
 * A document with nothing in it but the way to one place. The merge goes key by key, so what stands beside that way has
 * no say; leaving it out makes a question cheap however long the documents are. A way does not lead into lists.
 */
function branch(
  document: JsonObject,
  [token, ...rest]: readonly string[],
  atEnd = (found: JsonObject) => found,
): JsonObject {
  if (token === undefined) return atEnd(document)
  const child = Object.hasOwn(document, token) ? document[token] : undefined
  if (child === undefined) return {}
  if (isJsonObject(child)) return Object.fromEntries([[token, branch(child, rest, atEnd)]])
  return Object.fromEntries([[token, Array.isArray(child) && rest.length > 0 ? [] : child]])
}

/** As much of an object as makes the merge add it: its first leaf. */
function firstLeaf(object: JsonObject): JsonObject {
  for (const [key, value] of Object.entries(object)) {
    if (value === null) continue
    const leaf = isJsonObject(value) ? firstLeaf(value) : value
    if (!isJsonObject(leaf) || Object.keys(leaf).length > 0) return Object.fromEntries([[key, leaf]])
  }
  return {}
}
