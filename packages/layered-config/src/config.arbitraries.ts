import type { JsonObject, JsonValue } from '@strata/json'
import fc from 'fast-check'

/** Few keys, so that layers meet; two of them are traps for code that assigns keys. */
const key = fc.constantFrom('a', 'b', 'c', 'd/e', '~', '__proto__', 'constructor')
const scalar = fc.oneof(fc.integer({ min: 0, max: 2 }), fc.constantFrom('', 'x', 'y'), fc.boolean())
const list = fc.array(scalar, { maxLength: 2 })

/** Objects without nulls and without empty objects: what the round-trip laws hold for. The root may be empty. */
export const plainTree: fc.Arbitrary<JsonObject> = tree(fc.oneof({ weight: 4, arbitrary: scalar }, list), 1)

/** Any JSON object, nulls and empty objects included. */
export const anyTree: fc.Arbitrary<JsonObject> = tree(
  fc.oneof({ weight: 4, arbitrary: scalar }, list, fc.constant(null)),
  0,
)

const nonEmpty = plainTree.filter((values) => Object.keys(values).length > 0)

/** A whole document of plain sections, none of them empty. */
export const plainSections: fc.Arbitrary<JsonObject> = fc
  .dictionary(fc.constantFrom('default', 'z1', 'z2', 'app@one', 'app@two'), nonEmpty, { noNullPrototype: true })
  .map((sections): JsonObject => sections)

function tree(leaf: fc.Arbitrary<JsonValue>, minimumBelowRoot: number): fc.Arbitrary<JsonObject> {
  const level = (depth: number): fc.Arbitrary<JsonObject> =>
    fc
      .uniqueArray(fc.tuple(key, depth === 0 ? leaf : fc.oneof(leaf, level(depth - 1))), {
        selector: ([name]) => name,
        minLength: minimumBelowRoot,
        maxLength: 3,
      })
      .map((entries): JsonObject => Object.fromEntries(entries))
  return fc.oneof({ weight: 1, arbitrary: fc.constant<JsonObject>({}) }, { weight: 9, arbitrary: level(2) })
}
