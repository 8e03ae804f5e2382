import type { JsonObject } from '@strata/json'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyTree } from './config.arbitraries.ts'
import { configWithDefaultSection } from './config-reads.ts'
import { documentDifference } from './config-writes.ts'
import { lostByWholeWrite } from './lost-leaves.ts'
import { storedChanges } from './stored-changes.ts'

const node = 'app@n1'
const defaults = { a: 1, b: { c: 2 } }
const rules = { readsMembers: (pointer: string) => pointer === '/b', isDeclared: () => false }

function lost(sections: JsonObject, zone?: string) {
  return lostByWholeWrite({
    sections,
    defaults,
    ...rules,
    nodes: zone === undefined ? [] : [{ name: node, zone }],
  }).map(({ section, pointer, reason, zones }) => [section, pointer, reason, ...zones])
}

describe(lostByWholeWrite, () => {
  for (const { note, sections, zone, expected } of [
    { note: 'what differs is kept', sections: { default: { a: 5 }, z1: { a: 6 }, [node]: { a: 7 } }, expected: [] },
    {
      note: 'a pin of the schema default',
      sections: { default: { a: 1 } },
      expected: [['default', '/a', 'schema-default']],
    },
    { note: 'in a zone, too', sections: { z1: { b: { c: 2 } } }, expected: [['z1', '/b/c', 'schema-default']] },
    {
      note: 'a node that repeats default',
      sections: { default: { a: 5 }, [node]: { a: 5 } },
      expected: [[node, '/a', 'inherited']],
    },
    {
      note: 'a node that repeats default while zones say otherwise',
      sections: { default: { a: 5 }, z1: { a: 6 }, z2: { a: 7 }, [node]: { a: 5 } },
      expected: [[node, '/a', 'masked', 'z1', 'z2']],
    },
    {
      note: 'only the zone that the node is in counts',
      sections: { default: { a: 5 }, z1: { a: 6 }, z2: { a: 7 }, [node]: { a: 5 } },
      zone: 'z2',
      expected: [[node, '/a', 'masked', 'z2']],
    },
    {
      note: 'and where it says nothing, the value is just inherited',
      sections: { default: { a: 5 }, z1: { a: 6 }, [node]: { a: 5 } },
      zone: 'z2',
      expected: [[node, '/a', 'inherited']],
    },
    {
      note: 'masked although default stores nothing',
      sections: { z1: { a: 6 }, [node]: { a: 1 } },
      expected: [[node, '/a', 'masked', 'z1']],
    },
    { note: 'null is never kept', sections: { z1: { a: null } }, expected: [['z1', '/a', 'empty']] },
    { note: 'an empty object of default', sections: { default: { b: {} } }, expected: [['default', '/b', 'empty']] },
    { note: 'an empty object of a zone is kept', sections: { z1: { b: {} } }, expected: [] },
    { note: 'what is no section', sections: { default: {}, text: 5 }, expected: [['text', '', 'no-section']] },
  ]) {
    it(note, () => expect(lost(sections, zone)).toEqual(expected))
  }

  it('names exactly the leaves that such a write removes', () => {
    fc.assert(
      fc.property(anyTree, anyTree, anyTree, (shared, zone, own) => {
        const category = { sections: { default: shared, z1: zone, [node]: own }, defaults }
        const kept = documentDifference({ ...category, sections: configWithDefaultSection(category) })
        const removed = storedChanges(category.sections, kept).filter(
          ({ pointer, after }) => pointer !== '' && after === undefined,
        )
        const names = (leaves: readonly { section: string; pointer: string }[]) =>
          leaves.map(({ section, pointer }) => section + pointer)
        expect(names(lostByWholeWrite({ ...category, ...rules, nodes: [] }))).toEqual(names(removed))
      }),
    )
  })
})
