import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyLeafOperations, type LeafOperation } from './leaf-operations.ts'
import { sectionOperations } from './section-change.ts'

const marker = { $secret: 'set', fingerprint: '0123456789ab' }
const section = 'z1'
const set = (pointer: string, value: JsonValue): LeafOperation => ({ section, pointer, op: 'set', value })
const remove = (pointer: string): LeafOperation => ({ section, pointer, op: 'remove' })

describe(sectionOperations, () => {
  const cases: {
    note: string
    stored: JsonObject | undefined
    next: JsonObject | undefined
    inherited?: JsonObject
    operations: LeafOperation[]
  }[] = [
    { note: 'nothing for what is the same', stored: { a: { b: [1] } }, next: { a: { b: [1] } }, operations: [] },
    { note: 'sets a new leaf', stored: {}, next: { a: { b: 1 } }, operations: [set('/a/b', 1)] },
    {
      note: 'sets a changed leaf, and only that',
      stored: { a: 1, b: 2 },
      next: { a: 1, b: 3 },
      operations: [set('/b', 3)],
    },
    { note: 'removes a leaf', stored: { a: { b: 1, c: 2 } }, next: { a: { c: 2 } }, operations: [remove('/a/b')] },
    { note: 'sets a list as a whole', stored: { a: [1, 2] }, next: { a: [2] }, operations: [set('/a', [2])] },
    {
      note: 'removes before it sets, where a value gives way to an object',
      stored: { a: 1 },
      next: { a: { b: 2 } },
      operations: [remove('/a'), set('/a/b', 2)],
    },
    {
      note: 'removes before it sets, where an object gives way to a value',
      stored: { a: { b: 2 } },
      next: { a: 1 },
      operations: [remove('/a/b'), set('/a', 1)],
    },
    {
      note: 'sets an object to empty',
      stored: { a: { b: 1 } },
      next: { a: {} },
      operations: [remove('/a/b'), set('/a', {})],
    },
    { note: 'does not touch a secret that is kept', stored: { p: marker }, next: { p: marker }, operations: [] },
    {
      note: 'replaces a secret as one leaf',
      stored: { p: marker },
      next: { p: 'new' },
      operations: [set('/p', 'new')],
    },
    { note: 'clears a secret as one leaf', stored: { p: marker }, next: {}, operations: [remove('/p')] },
    { note: 'escapes keys', stored: {}, next: { 'a/b~c.d': 1 }, operations: [set('/a~1b~0c.d', 1)] },
    { note: 'adds a section that sets nothing', stored: undefined, next: {}, operations: [set('', {})] },
    { note: 'adds a section by its first leaf', stored: undefined, next: { a: 1 }, operations: [set('/a', 1)] },
    { note: 'removes a section', stored: { a: 1 }, next: undefined, operations: [remove('')] },
    {
      note: 'does nothing about a section that was added and removed',
      stored: undefined,
      next: undefined,
      operations: [],
    },
    {
      note: 'sets an object as a whole in place of an inherited list',
      stored: {},
      next: { a: { b: 1 } },
      inherited: { a: [1] },
      operations: [set('/a', { b: 1 })],
    },
  ]
  for (const { note, stored, next, inherited = {}, operations } of cases) {
    it(note, () => expect(sectionOperations({ section, stored, next, inherited })).toEqual(operations))
  }

  it('pins the leaves it is told to', () =>
    expect(sectionOperations({ section, stored: {}, next: { a: 1, b: 2 }, pinned: new Set(['/b']) })).toEqual([
      set('/a', 1),
      { ...set('/b', 2), pin: true },
    ]))

  // Precondition: nothing is inherited (`default` is not there), so that no leaf is dropped for equalling it.
  it('gives operations that make of the stored section exactly what it shall be', () => {
    const object = fc
      .dictionary(fc.constantFrom('a', 'b', 'a/b', 'c.d', '~'), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 })
      .map((value) => JSON.parse(JSON.stringify(value)) as JsonObject)
    fc.assert(
      fc.property(object, object, (stored, next) => {
        const operations = sectionOperations({ section, stored, next })
        const { sections } = applyLeafOperations({ sections: { [section]: stored }, defaults: {} }, operations)
        const result = sections[section]
        expect(isJsonObject(result) ? result : undefined).toEqual(next)
      }),
    )
  })
})
