import { deepEqual, getAt, type JsonObject } from '@strata/json'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyRules, leafCases } from './leaf-cases.arbitraries.ts'
import { leafFacts } from './leaf-facts.ts'
import { applyLeafOperations } from './leaf-operations.ts'
import { lostByWholeWrite } from './lost-leaves.ts'
import { readPointer } from './read-pointer.ts'
import { pinsOfSchemaDefaults, type ReadCategory, readersOf, redundantOverrides } from './redundant-overrides.ts'
import { runtimeEffects } from './runtime-effects.ts'
import { keyIn } from './section-reader.ts'

function factsOf(category: ReadCategory, section: string, pointer: string) {
  return leafFacts({ category, reader: readersOf(category)(section), pointer })
}

describe(leafFacts, () => {
  const node = 'n@h'
  function ask(sections: JsonObject, section: string, zone?: string) {
    const category = {
      sections,
      defaults: { a: 1, map: { one: 1, two: 2 } },
      nodes: [{ name: node, zone }],
      ...keyRules,
    }
    return (pointer = '/a') => factsOf(category, section, pointer)
  }

  for (const { note, sections, section, zone, pointer, expected } of [
    {
      note: 'a pin in a zone is one, as in default',
      sections: { z1: { a: 1 } },
      section: 'z1',
      expected: { isPin: true, isNoise: false },
    },
    {
      note: 'masked: a null in default does not survive a whole write, and the value is dropped with it',
      sections: { default: { a: null }, z1: { a: 3 }, [node]: { a: 1 } },
      section: node,
      expected: { maskedBy: ['z1'], inherited: undefined },
    },
    {
      note: 'masked by every zone that says so, also where they say the same',
      sections: { default: { a: 1 }, z1: { a: 2 }, z2: { a: 2 }, [node]: { a: 1 } },
      section: node,
      expected: { maskedBy: ['z1', 'z2'] },
    },
    {
      note: 'what a zone says already is no pin but noise, where the node is known to be there',
      sections: { z1: { a: 1 }, [node]: { a: 1 } },
      section: node,
      zone: 'z1',
      expected: { isPin: false, isNoise: true },
    },
    {
      note: 'an entry of what is read whole goes with the whole',
      sections: { default: { map: { one: 1, two: 2 } }, z1: { map: { one: 1, two: 3 } } },
      section: 'z1',
      pointer: '/map/one',
      expected: { isWhole: true, isNoise: false },
    },
    {
      note: 'so that all of it is noise together',
      sections: { default: { map: { one: 1, two: 3 } }, z1: { map: { one: 1, two: 3 } } },
      section: 'z1',
      pointer: '/map/one',
      expected: { isWhole: true, isNoise: true },
    },
    {
      note: 'the marker of a secret is one value',
      sections: { z1: { a: { $secret: 'set', fingerprint: '0123456789ab' } } },
      section: 'z1',
      expected: { isWhole: false, own: { $secret: 'set', fingerprint: '0123456789ab' } },
    },
  ])
    it(note, () => expect(ask(sections, section, zone)(pointer)).toMatchObject(expected))

  it('is noise exactly where no node reads anything else once what is read there is gone', () => {
    fc.assert(
      fc.property(leafCases, ({ category, places }) => {
        for (const { section, pointer } of places) {
          const reader = readersOf(category)(section)
          const read = readPointer(keyIn(reader, pointer), category.readsMembers)
          if (
            section === 'default' ||
            read === undefined ||
            getAt(category.sections, `/${section}${read}`) === undefined
          )
            continue
          const after = applyLeafOperations(category, [{ section, pointer: read, op: 'remove' }]).sections
          const effects = [...runtimeEffects({ ...category, before: category.sections, after })]
          const isFelt = effects.some(({ groups }) => groups.some(({ unchanged }) => unchanged === undefined))
          expect([section, pointer, factsOf(category, section, pointer).isNoise]).toEqual([section, pointer, !isFelt])
        }
      }),
    )
  })

  it('is masked exactly where a write of the whole document drops the node’s value and its zone says otherwise', () => {
    fc.assert(
      fc.property(leafCases, ({ category, places }) => {
        const lost = lostByWholeWrite(category)
        for (const { section, pointer } of places) {
          const masked = lost.find(
            (leaf) => leaf.section === section && leaf.pointer === pointer && leaf.reason === 'masked',
          )
          expect([section, pointer, factsOf(category, section, pointer).maskedBy]).toEqual([
            section,
            pointer,
            masked?.zones ?? [],
          ])
        }
      }),
    )
  })

  it('is a pin where it equals the schema default and nodes would read what KAZOO has built in', () => {
    fc.assert(
      fc.property(leafCases, ({ category, places }) => {
        for (const { section, pointer } of places) {
          const { own, isPin, isUnread, without } = factsOf(category, section, pointer)
          const reader = readersOf(category)(section)
          const isReadAlone = readPointer(keyIn(reader, pointer), category.readsMembers) === keyIn(reader, pointer)
          if (!isReadAlone) continue
          const says = getAt(category.defaults, pointer)
          const isMeant =
            own !== undefined && !isUnread && deepEqual(own, says) && without.every(({ layer }) => layer === 'built-in')
          expect([section, pointer, isPin]).toEqual([section, pointer, isMeant])
        }
      }),
    )
  })

  it('differs neither as noise nor as a pin, and always where nodes surely read something else without it', () => {
    fc.assert(
      fc.property(leafCases, ({ category, places }) => {
        for (const { section, pointer } of places) {
          const { own, isNoise, isPin, differs, below } = factsOf(category, section, pointer)
          if (own === undefined || isNoise || isPin)
            expect([section, pointer, differs]).toEqual([section, pointer, false])
          else if (below.every(({ value }) => !deepEqual(value, own))) expect(differs).toBe(true)
        }
      }),
    )
  })

  it('is what the sweep finds, leaf by leaf', () => {
    fc.assert(
      fc.property(leafCases, ({ category, places }) => {
        const found = {
          noise: new Set([...redundantOverrides(category)].flat().map(({ section, pointer }) => section + pointer)),
          pin: new Set([...pinsOfSchemaDefaults(category)].flat().map(({ section, pointer }) => section + pointer)),
        }
        for (const { section, pointer } of places) {
          const read = readPointer(pointer, category.readsMembers)
          if (read === undefined) continue
          const { own, isNoise, isPin } = factsOf(category, section, pointer)
          if (own === undefined) continue
          expect([section, pointer, found.noise.has(section + read), found.pin.has(section + read)]).toEqual([
            section,
            pointer,
            isNoise,
            isPin,
          ])
        }
      }),
    )
  })
})
