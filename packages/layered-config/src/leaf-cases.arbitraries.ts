import type { JsonObject, JsonValue } from '@strata/json'
import fc from 'fast-check'
import type { ReadCategory } from './redundant-overrides.ts'

/** A category in which layers meet, and all the places in it that anything can be said of. */
export interface LeafCase {
  readonly category: ReadCategory
  readonly places: readonly { readonly section: string; readonly pointer: string }[]
}

/** Values that are read by themselves, members of a declared object, entries of a map read whole, a key like `default`. */
const pointers = ['/a', '/b', '/group/x', '/map/one', '/map/two', '/default/x', '/x']
const sections = ['default', 'z1', 'z2', 'n@h', 'm@h']

export const keyRules = {
  readsMembers: (pointer: string) => ['/group', '/default'].includes(pointer),
  isDeclared: (pointer: string) => ['/a', '/group', '/group/x', '/map', '/default', '/default/x'].includes(pointer),
}

const maybe = fc.option(fc.constantFrom<JsonValue>(1, 1, 2, 3, null), { nil: undefined, freq: 2 })

const values: fc.Arbitrary<JsonObject> = fc
  .record({ a: maybe, b: maybe, x: maybe, group: maybe, one: maybe, two: maybe, inner: maybe })
  .map(({ a, b, x, group, one, two, inner }) =>
    present({
      a,
      b,
      x,
      group: filled({ x: group }),
      map: filled({ one, two }),
      default: filled({ x: inner }),
    }),
  )

const zone = fc.constantFrom('z1', 'z2', undefined)

export const leafCases: fc.Arbitrary<LeafCase> = fc
  .record({
    stored: fc.record(
      Object.fromEntries(sections.map((name) => [name, fc.option(values, { nil: undefined, freq: 4 })])),
    ),
    defaults: values,
    first: zone,
    second: zone,
  })
  .map(({ stored, defaults, first, second }) => ({
    category: {
      sections: present(stored),
      defaults,
      nodes: [
        { name: 'n@h', zone: first },
        { name: 'm@h', zone: second },
      ],
      ...keyRules,
    },
    places: sections.flatMap((section) => pointers.map((pointer) => ({ section, pointer }))),
  }))

function present(members: Record<string, JsonValue | undefined>): JsonObject {
  return Object.fromEntries(
    Object.entries(members).filter((entry): entry is [string, JsonValue] => entry[1] !== undefined),
  )
}

function filled(members: Record<string, JsonValue | undefined>): JsonObject | undefined {
  const object = present(members)
  return Object.keys(object).length === 0 ? undefined : object
}
