import { readersOf } from '@strata/layered-config'
import { describe, expect, it } from 'vitest'
import { compareReadings, compareValues } from './compare-values.ts'

const marker = (fingerprint: string) => ({ $secret: 'set', fingerprint })

describe(compareValues, () => {
  for (const { note, left, right, expected } of [
    { note: 'same on both sides', left: { a: 1 }, right: { a: 1 }, expected: [['/a', 1, 1, true]] },
    { note: 'another value', left: { a: 1 }, right: { a: '1' }, expected: [['/a', 1, '1', false]] },
    {
      note: 'on one side only, the left ones first',
      left: { b: 1 },
      right: { a: null, b: 1 },
      expected: [
        ['/b', 1, 1, true],
        ['/a', undefined, null, false],
      ],
    },
    {
      note: 'leaf by leaf inside objects, lists as a whole',
      left: { o: { x: 1, y: [1, 2] } },
      right: { o: { y: [2, 1] } },
      expected: [
        ['/o/x', 1, undefined, false],
        ['/o/y', [1, 2], [2, 1], false],
      ],
    },
    {
      note: 'a leaf and an object are one key',
      left: { o: 1 },
      right: { o: { x: 1, y: { z: 2 } } },
      expected: [['/o', 1, { x: 1, y: { z: 2 } }, false]],
    },
    {
      note: 'secrets are leaves, the same by their fingerprints',
      left: { p: marker('aa'), q: marker('aa') },
      right: { p: marker('aa'), q: marker('bb') },
      expected: [
        ['/p', marker('aa'), marker('aa'), true],
        ['/q', marker('aa'), marker('bb'), false],
      ],
    },
    { note: 'nothing on both sides', left: {}, right: {}, expected: [] },
  ])
    it(note, () =>
      expect(compareValues(left, right).map((key) => [key.pointer, key.left, key.right, key.isSame])).toEqual(expected),
    )
})

describe(compareReadings, () => {
  const category = {
    sections: { default: { fudge: 100, same: 1 }, ams: { fudge: 200, listeners: 10 }, 'e@m.ams': {}, 'e@x': {} },
    defaults: { listeners: 1 },
    nodes: [
      { name: 'e@m.ams', zone: 'ams' },
      { name: 'e@m.fra', zone: 'fra' },
    ],
    readsMembers: () => false,
    isDeclared: () => true,
  }
  const reader = readersOf(category)
  const compared = (left: string, right: string) =>
    compareReadings({ category, reader: reader(left) }, { category, reader: reader(right) }, [
      '/fudge',
      '/listeners',
      '/same',
    ]).map((key) => [key.pointer, key.left, key.right, key.isSame])

  it('tells what nodes of two zones read, the zone included', () =>
    expect(compared('e@m.ams', 'e@m.fra')).toEqual([
      ['/fudge', 200, 100, false],
      ['/listeners', 10, undefined, false],
      ['/same', 1, 1, true],
    ]))

  it('supposes no zone where a node’s is not known', () => {
    const [fudge] = compareReadings({ category, reader: reader('e@x') }, { category, reader: reader('e@m.fra') }, [
      '/fudge',
    ])
    expect(fudge?.left).toBeUndefined()
    expect(fudge?.isSame).toBe(false)
    expect(fudge?.readings?.left.map(({ value, zone }) => [value, zone])).toEqual([
      [100, undefined],
      [200, 'ams'],
    ])
  })
})
