import type { JsonValue } from '@strata/json'
import type { Reading, Readings } from '@strata/layered-config'

type Stored = Exclude<Reading, { layer: 'built-in' }>

/** What holds at a field. */
export type HeldValue =
  /** It depends on a zone that nobody knows. */
  | { readonly kind: 'unknown'; readonly readings: Readings }
  /** Nothing is stored; `value` is what the schema says of it. */
  | { readonly kind: 'built-in'; readonly value: JsonValue | undefined }
  /** A layer stores the object around it, which is read whole, without it. */
  | { readonly kind: 'not-read'; readonly layer: Stored }
  | { readonly kind: 'value'; readonly layer: Stored; readonly value: JsonValue }

/** What readings come to. Both a field that sets nothing and the chain beside it say this, so that they never disagree. */
export function heldValue(readings: Readings): HeldValue {
  const [reading, ...others] = readings
  if (others.length > 0) return { kind: 'unknown', readings }
  if (reading.layer === 'built-in') return { kind: 'built-in', value: reading.value }
  if (reading.value === undefined) return { kind: 'not-read', layer: reading }
  return { kind: 'value', layer: reading, value: reading.value }
}
