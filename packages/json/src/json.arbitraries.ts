import fc from 'fast-check'
import type { JsonObject, JsonValue } from './json-value.ts'

/** Keys that collide often and trip code that assigns, joins or escapes carelessly. */
const key = fc.constantFrom('', 'a', 'b', '0', '-', '~', '/', '~1', 'a.b', '__proto__', 'constructor')

export const jsonValue: fc.Arbitrary<JsonValue> = level(3)

export const tokens = fc.array(key, { maxLength: 4 })

function level(depth: number): fc.Arbitrary<JsonValue> {
  const scalar = fc.oneof(
    fc.constantFrom(null, true, false, ''),
    fc.integer({ min: -2, max: 2 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
  )
  if (depth === 0) return scalar
  const entries = fc.uniqueArray(fc.tuple(key, level(depth - 1)), { selector: ([name]) => name, maxLength: 3 })
  return fc.oneof(
    scalar,
    fc.array(level(depth - 1), { maxLength: 3 }),
    entries.map((each): JsonObject => Object.fromEntries(each)),
  )
}
