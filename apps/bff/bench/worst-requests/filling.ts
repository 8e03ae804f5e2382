import type { JsonValue } from '@strata/json'

/** A way to fill a body; `make` gives the `data` of about so many bytes. */
export interface BodyShape {
  readonly name: string
  readonly make: (bytes: number) => JsonValue
}

/** As many as fit when one takes `size` bytes. */
export function times<T>(bytes: number, size: number, item: (index: number) => T): T[] {
  return Array.from({ length: Math.max(1, Math.min(95_000, Math.floor(bytes / size))) }, (_, index) => item(index))
}

/** An object of so many members. */
export function members(
  bytes: number,
  size: number,
  member: (index: number) => readonly [string, JsonValue],
): Record<string, JsonValue> {
  return Object.fromEntries(times(bytes, size, member))
}
