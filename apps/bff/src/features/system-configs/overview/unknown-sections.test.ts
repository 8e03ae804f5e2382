import { describe, expect, it } from 'vitest'
import { unknownSections } from './unknown-sections.ts'

const placed = { name: 'app@n1', zone: 'z1' }
const unplaced = { name: 'app@n2', zone: undefined }
const sections = { default: { a: 1 }, z1: { a: 1 }, z9: { a: 1 }, 'app@n1': { a: 1 }, 'app@gone': { a: 1 }, z8: {} }

describe('sections that no known node reads', () => {
  for (const { note, nodes, unknown } of [
    { note: 'of nodes and of zones', nodes: [placed], unknown: ['z9', 'app@gone'] },
    { note: 'of no zone, while a node may be in any', nodes: [placed, unplaced], unknown: ['app@gone'] },
    { note: 'none, while no node is known', nodes: [], unknown: [] },
  ]) {
    it(note, () => expect(unknownSections(sections, nodes).map(({ section }) => section)).toEqual(unknown))
  }
})
