import type { ValidationErrors } from '@strata/api-types'
import type { JsonObject, JsonValue } from '@strata/json'

/** What all errors of one answer may take, and each value that they echo (characters of JSON, roughly). */
const reportedSize = 200_000
const echoedSize = 10_000

/**
 * The errors of a request as far as a person can use them: each echoes what it is about, so that a few hundred thousand
 * bytes sent would otherwise come back as gigabytes.
 * - a value that is too large to read is left out of its error
 * - errors past the limit are left out; they show when those before them are mended. The first always stays
 */
export function boundedErrors(errors: ValidationErrors): ValidationErrors {
  const kept: [string, Record<string, JsonObject>][] = []
  const isReadable = readability()
  let left = reportedSize
  for (const [path, keywords] of Object.entries(errors)) {
    const readable = mapValues(keywords, (detail) => filterValues(detail, isReadable))
    left = sizeLeft(readable, left - path.length)
    if (left < 0 && kept.length > 0) break
    kept.push([path, readable])
  }
  return Object.fromEntries(kept)
}

/** Whether a value is small enough to echo. Thousands of errors may echo one and the same object: it is measured once. */
function readability(): (value: JsonValue) => boolean {
  const measured = new Map<JsonValue, boolean>()
  return (value) => {
    const known = measured.get(value)
    if (known !== undefined) return known
    const isReadable = sizeLeft(value, echoedSize) >= 0
    if (typeof value === 'object') measured.set(value, isReadable)
    return isReadable
  }
}

function filterValues(detail: JsonObject, isKept: (value: JsonValue) => boolean): JsonObject {
  return Object.fromEntries(Object.entries(detail).filter(([, value]) => isKept(value)))
}

/** What a value leaves of a size, below zero when it does not fit; looks no further than that takes. */
function sizeLeft(value: JsonValue, size: number): number {
  if (typeof value === 'string') return size - value.length - 2
  if (typeof value !== 'object' || value === null) return size - 5
  let left = size - 2
  for (const key in value) {
    const child = Array.isArray(value) ? value[Number(key)] : value[key]
    left = sizeLeft(child ?? null, left - key.length - 3)
    if (left < 0) break
  }
  return left
}

function mapValues<In, Out>(record: Record<string, In>, map: (value: In) => Out): Record<string, Out> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]))
}
