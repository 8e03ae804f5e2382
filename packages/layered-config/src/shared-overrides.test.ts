import type { JsonObject } from '@strata/json'
import { describe, expect, it } from 'vitest'
import { nearDuplicates, promotions } from './shared-overrides.ts'

const nodes = [1, 2, 3, 4, 5].map((number) => ({ name: `app@n${number}`, zone: number < 5 ? 'z1' : undefined }))
const readsMembers = (pointer: string) => pointer === '/b'

/** The four nodes of z1 with these values. */
function four(a: JsonObject, b: JsonObject, c: JsonObject, d: JsonObject) {
  return { sections: { 'app@n1': a, 'app@n2': b, 'app@n3': c, 'app@n4': d }, nodes, readsMembers }
}

const five = { a: 5 }

/** The four nodes of z1 set 5, beside these sections. */
function withFives(sections: JsonObject) {
  const nodesOnly = four(five, five, five, five)
  return { ...nodesOnly, sections: { ...nodesOnly.sections, ...sections } }
}

describe(promotions, () => {
  for (const { note, questions, expected } of [
    {
      note: 'all nodes of the zone say the same',
      questions: four(five, five, five, five),
      expected: [['z1', '/a', 5]],
    },
    { note: 'one says otherwise', questions: four(five, five, five, { a: 6 }), expected: [] },
    { note: 'one says nothing', questions: four(five, five, five, {}), expected: [] },
    {
      note: 'a map is compared whole',
      questions: four({ map: { x: 1 } }, { map: { x: 1 } }, { map: { x: 1 } }, { map: { x: 1, y: 2 } }),
      expected: [],
    },
    { note: 'the zone says so already', questions: withFives({ z1: five }), expected: [] },
    { note: 'default says so already', questions: withFives({ default: five }), expected: [] },
    {
      note: 'default does, but the zone says otherwise',
      questions: withFives({ default: five, z1: { a: 6 } }),
      expected: [['z1', '/a', 5]],
    },
    {
      note: 'a zone with one node',
      questions: { sections: { 'app@n1': five }, nodes: nodes.slice(0, 1), readsMembers },
      expected: [],
    },
    {
      note: 'nodes of unknown zone share none',
      questions: { sections: { 'app@n5': five }, nodes: nodes.slice(4), readsMembers },
      expected: [],
    },
  ]) {
    it(note, () =>
      expect(promotions(questions).map(({ zone, pointer, value }) => [zone, pointer, value])).toEqual(expected),
    )
  }
})

describe(nearDuplicates, () => {
  for (const { note, questions, expected } of [
    {
      note: 'one of four says otherwise',
      questions: four(five, five, { a: 6 }, five),
      expected: [['app@n3', '/a', 6, 5]],
    },
    { note: 'nobody does', questions: four(five, five, five, five), expected: [] },
    { note: 'half do', questions: four(five, five, { a: 6 }, { a: 6 }), expected: [] },
    { note: 'one that says nothing does not count', questions: four(five, five, { a: 6 }, {}), expected: [] },
    {
      note: 'a member of a declared object',
      questions: four({ b: { c: 1 } }, { b: { c: 1 } }, { b: { c: 1 } }, { b: { c: 2, d: 3 } }),
      expected: [['app@n4', '/b/c', 2, 1]],
    },
  ]) {
    it(note, () =>
      expect(nearDuplicates(questions).map(({ node, pointer, value, usual }) => [node, pointer, value, usual])).toEqual(
        expected,
      ),
    )
  }

  it('names the nodes that agree', () => {
    expect(nearDuplicates(four(five, five, { a: 6 }, five))[0]?.usualNodes).toEqual(['app@n1', 'app@n2', 'app@n4'])
  })
})
