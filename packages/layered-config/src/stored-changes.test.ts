import { type JsonValue, removeAt, setAt } from '@strata/json'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainSections } from './config.arbitraries.ts'
import { storedChanges } from './stored-changes.ts'

describe(storedChanges, () => {
  for (const { note, before, after, expected } of [
    { note: 'nothing', before: { z: { a: 1 } }, after: { z: { a: 1 } }, expected: [] },
    { note: 'an added leaf', before: {}, after: { z: { a: 1 } }, expected: [['z', '/a', undefined, 1]] },
    {
      note: 'a removed leaf',
      before: { z: { a: 1, b: 2 } },
      after: { z: { b: 2 } },
      expected: [['z', '/a', 1, undefined]],
    },
    { note: 'a changed leaf', before: { z: { a: 1 } }, after: { z: { a: 2 } }, expected: [['z', '/a', 1, 2]] },
    { note: 'null is a value', before: { z: { a: null } }, after: { z: { a: 1 } }, expected: [['z', '/a', null, 1]] },
    {
      note: 'a list changes whole',
      before: { z: { a: [1] } },
      after: { z: { a: [1, 2] } },
      expected: [['z', '/a', [1], [1, 2]]],
    },
    {
      note: 'a scalar gives way to an object',
      before: { z: { a: 1 } },
      after: { z: { a: { b: 1 } } },
      expected: [
        ['z', '/a', 1, undefined],
        ['z', '/a/b', undefined, 1],
      ],
    },
    { note: 'an empty section appears', before: {}, after: { z: {} }, expected: [['z', '', undefined, {}]] },
    {
      note: 'a section that loses its last leaf is not added',
      before: { z: { a: 1 } },
      after: { z: {} },
      expected: [['z', '/a', 1, undefined]],
    },
    {
      note: 'an empty section that gets its first leaf is not removed',
      before: { z: {} },
      after: { z: { a: 1 } },
      expected: [['z', '/a', undefined, 1]],
    },
    { note: 'what is no section counts whole', before: { text: 5 }, after: {}, expected: [['text', '', 5, undefined]] },
  ]) {
    it(note, () => {
      const changes = storedChanges(before, after)
      expect(changes.map((change) => [change.section, change.pointer, change.before, change.after])).toEqual(expected)
    })
  }

  it('made one after the other, they turn the one document into the other, for sections without empty objects', () => {
    fc.assert(
      fc.property(plainSections, plainSections, (before, after) => {
        const changes = storedChanges(before, after)
        const without = changes
          .filter(({ after: value }) => value === undefined)
          .reduce<JsonValue>((made, { section, pointer }) => removeAt(made, `/${section}${pointer}`) ?? {}, before)
        const made = changes.reduce<JsonValue>(
          (now, { section, pointer, after: value }) =>
            value === undefined ? now : setAt(now, `/${section}${pointer}`, value),
          without,
        )
        expect(storedChanges(asSections(made), after).filter(({ before: left }) => !isEmptied(left))).toEqual([])
      }),
    )
  })
})

/** Removing leaf by leaf leaves emptied objects. */
function isEmptied(value: JsonValue | undefined): boolean {
  return JSON.stringify(value) === '{}'
}

function asSections(value: JsonValue) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('no sections')
  return value
}
