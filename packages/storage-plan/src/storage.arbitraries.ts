import type { JsonObject, JsonValue } from '@strata/json'
import fc from 'fast-check'
import { type PlanClass, type PlanRule, planClasses } from './plan-rule.ts'
import { builtInStorage, type StorageLayer, type StorageLayerName } from './storage-layer.ts'

/** Few names, so that layers meet and references sometimes dangle; one is a trap for code that assigns keys. */
const ids = fc.constantFrom('b1', 'b2', 'c1', 'local', '__proto__')
const types = fc.constantFrom('fax', 'media', 'd/e', '__proto__')
const text = fc.constantFrom('x', 'y', '/z')
const list: fc.Arbitrary<JsonValue> = fc.constant([{ arg: 'id' }])
const scalar: fc.Arbitrary<JsonValue> = fc.oneof(text, fc.integer({ min: 0, max: 2 }), fc.boolean(), list)
const settingKeys = fc.constantFrom('bucket', 'url', 'folder_path', 'folder_base_path', 'field_list', '__proto__')

const settings = filled(settingKeys, scalar)
const handler = fc.constantFrom('s3', 'http', 'azure')
const backEnd = some({ handler, name: text, settings })
const connection = some({ name: text, settings: some({ ip: text, port: fc.integer({ min: 1, max: 3 }) }) })
const attachments = some({ handler: ids, params: settings, stub: fc.boolean() })
const typeRule = some({ attachments, connection: ids })
const names: fc.Arbitrary<JsonValue> = fc.constant(['x'])
const database = some({ create_options: some({ q: fc.integer({ min: 1, max: 2 }) }), names })
const classRule = some({ attachments, connection: ids, database, types: filled(types, typeRule) })

/** Documents as the schema has them: objects where it wants objects, none of them empty, no nulls. */
const wellShaped: fc.Arbitrary<JsonObject> = some(
  {
    attachments: filled(ids, backEnd),
    connections: filled(ids, connection),
    plan: filled(fc.constantFrom<PlanClass>(...planClasses), classRule),
  },
  0,
)

const others: readonly StorageLayerName[] = ['system', 'plan', 'account', 'user']

/** The built-in layer, and any of the others. */
export const storageLayers: fc.Arbitrary<StorageLayer[]> = stackOf(wellShaped)

/** The same with documents of any shape, which KAZOO would crash on. */
export const hostileLayers: fc.Arbitrary<StorageLayer[]> = stackOf(
  fc
    .tuple(wellShaped, fc.array(fc.tuple(fc.array(fc.nat(3), { maxLength: 6 }), hostileValue()), { maxLength: 3 }))
    .map(([document, damages]) =>
      damages.reduce<JsonObject>((damaged, [way, value]) => damage(damaged, way, value), document),
    ),
)

export const questions: fc.Arbitrary<PlanRule<PlanClass>> = fc.record({
  planClass: fc.constantFrom<PlanClass>(...planClasses),
  type: fc.option(types, { nil: undefined }),
})

function stackOf(document: fc.Arbitrary<JsonObject>): fc.Arbitrary<StorageLayer[]> {
  return fc
    .tuple(fc.subarray([...others]), fc.array(document, { minLength: 4, maxLength: 4 }))
    .map(([names, documents]) => [
      { name: 'built-in', values: builtInStorage },
      ...names.map((name, index): StorageLayer => ({ name, values: documents[index] ?? {} })),
    ])
}

function hostileValue(): fc.Arbitrary<JsonValue> {
  return fc.constantFrom<JsonValue>(null, {}, [], [{ handler: 'b1' }], 5, 'x', { handler: 7 }, { settings: null }, true)
}

/** Replaces what lies behind some keys, taken by their places. */
function damage(document: JsonObject, [first, ...rest]: readonly number[], value: JsonValue): JsonObject {
  const keys = Object.keys(document)
  const key = first === undefined ? undefined : keys[first % Math.max(1, keys.length)]
  if (key === undefined) return document
  const child = document[key]
  const isWayOn = rest.length > 0 && typeof child === 'object' && child !== null && !Array.isArray(child)
  const replaced = isWayOn ? damage(child, rest, value) : value
  return Object.fromEntries(Object.entries(document).map(([name, old]) => [name, name === key ? replaced : old]))
}

/** Some of the keys of a shape, at least one of them. */
function some(shape: Record<string, fc.Arbitrary<JsonValue>>, atLeast = 1): fc.Arbitrary<JsonObject> {
  return fc
    .subarray(Object.keys(shape), { minLength: atLeast })
    .chain((keys) =>
      fc
        .tuple(...keys.map((key) => (shape[key] ?? fc.constant(null)).map((value) => [key, value] as const)))
        .map((entries): JsonObject => Object.fromEntries(entries)),
    )
}

/** An object of such keys with such values, at least one. */
function filled(key: fc.Arbitrary<string>, value: fc.Arbitrary<JsonValue>): fc.Arbitrary<JsonObject> {
  return fc
    .uniqueArray(fc.tuple(key, value), { selector: ([name]) => name, minLength: 1, maxLength: 3 })
    .map((entries): JsonObject => Object.fromEntries(entries))
}
