import { getAt, isJsonObject, type JsonValue } from '@strata/json'
import { effectiveAt } from './effective-at.ts'
import type { Layer } from './layer.ts'

export interface Inspection<Name extends string = string> {
  /** The merged value; undefined where no layer says anything or a higher one deletes or hides it. */
  readonly effective: JsonValue | undefined
  /** The highest layer that has a say in `effective`. */
  readonly setBy: Name | undefined
  /** What each layer itself says, `null` included, lowest first; layers without a word are left out. */
  readonly byLayer: ReadonlyMap<Name, JsonValue>
}

/**
 * What every layer says at a pointer, what the recursive merge of them gives, and which layer set that.
 * - a layer that repeats the value of the layers below counts as having set it
 * - an empty object, and one that holds nothing but nulls, has a say only in the lowest layer that knows the place;
 *   above, it changes nothing or only deletes
 * - for an object, `setBy` is the highest layer that contributes a leaf to it
 * Throws `SyntaxError` when the pointer is not one.
 */
export function inspect<Name extends string>(layers: readonly Layer<Name>[], pointer: string): Inspection<Name> {
  const byLayer = new Map<Name, JsonValue>()
  for (const { name, values } of layers) {
    const value = getAt(values, pointer)
    if (value !== undefined) byLayer.set(name, value)
  }
  const own = [...byLayer]
  const [setBy] = own.findLast(([, value]) => holdsValue(value)) ?? own[0] ?? []
  const effective = effectiveAt(layers, pointer)
  return { effective, setBy: effective === undefined ? undefined : setBy, byLayer }
}

/** Whether a value puts anything in its place: a null and an empty object put nothing there, however deep they lie. */
function holdsValue(value: JsonValue): boolean {
  return isJsonObject(value) ? Object.values(value).some(holdsValue) : value !== null
}
