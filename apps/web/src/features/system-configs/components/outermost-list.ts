import { formatPointer, getAt, type JsonValue, parsePointer } from '@strata/json'

/** A pointer cut at the first list it leads into: lists are one field, whatever is wrong inside. */
export function outermostList(values: JsonValue, pointer: string): string {
  const tokens = parsePointer(pointer)
  const depth = tokens.findIndex((_, end) => Array.isArray(getAt(values, formatPointer(tokens.slice(0, end)))))
  return depth === -1 ? pointer : formatPointer(tokens.slice(0, depth))
}
