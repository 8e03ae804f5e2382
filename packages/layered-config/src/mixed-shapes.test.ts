import type { JsonObject } from '@strata/json'
import { describe, expect, it } from 'vitest'
import { mixedShapes } from './mixed-shapes.ts'

const node = 'kazoo_apps@host'

describe(mixedShapes, () => {
  const rows: { note: string; defaults?: JsonObject; sections: JsonObject; expected: string[] }[] = [
    {
      note: 'an object over a scalar',
      sections: { default: { b: 1 }, [node]: { b: { c: 1 } } },
      expected: [`${node}/b`],
    },
    { note: 'over a list', sections: { default: { b: [1] }, z1: { b: { c: 1 } } }, expected: ['z1/b'] },
    {
      note: 'over a schema default',
      defaults: { b: 1 },
      sections: { default: { b: { c: 1 } } },
      expected: ['default/b'],
    },
    {
      note: 'over a schema default, in a node',
      defaults: { b: 1 },
      sections: { [node]: { b: { c: 1 } } },
      expected: [`${node}/b`],
    },
    {
      note: 'deeper down',
      sections: { default: { a: { b: true } }, z1: { a: { b: { c: 1 }, d: 2 } } },
      expected: ['z1/a/b'],
    },
    { note: 'a null inside it counts', sections: { default: { b: 1 }, z1: { b: { c: null } } }, expected: ['z1/b'] },
    { note: 'not over an empty list', sections: { default: { b: [] }, z1: { b: { c: 1 } } }, expected: [] },
    { note: 'not an object without leaves', sections: { default: { b: 1 }, z1: { b: { c: {} } } }, expected: [] },
    { note: 'not a scalar over an object', sections: { default: { b: { c: 1 } }, z1: { b: 1 } }, expected: [] },
    { note: 'not over an object', sections: { default: { b: { c: 1 } }, z1: { b: { c: 2 } } }, expected: [] },
    {
      note: 'a zone and a node are no layers of each other',
      sections: { z1: { b: 1 }, [node]: { b: { c: 1 } } },
      expected: [],
    },
    { note: 'what is no section does not count', sections: { default: { b: 1 }, z1: 5 }, expected: [] },
  ]
  for (const { note, defaults = {}, sections, expected } of rows) {
    it(note, () => {
      expect(mixedShapes({ sections, defaults }).map(({ section, pointer }) => section + pointer)).toEqual(expected)
    })
  }
})
