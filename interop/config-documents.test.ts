import type { JsonObject } from '@strata/json'
import {
  configWithDefaultSection,
  configWithDefaults,
  documentDifference,
  effectiveSection,
  mixedShapes,
  patchedDocument,
  patchedSection,
  sectionDifference,
} from '@strata/layered-config'
import { describe, expect, it } from 'vitest'

const node = 'kazoo_apps@host'
/** Schema: `a` integer, default 1; `b` object, default {}, with `c` default 2 and `d` default 3. */
const defaults = { a: 1, b: { c: 2, d: 3 } }
const stored: JsonObject = { default: { b: { c: 20 } }, z1: { a: 5 }, [node]: { b: { d: 30 } } }
const shared = { a: 1, b: { c: 20, d: 3 } }

/** What `kapps_config_doc` gave of the worked example. */
describe('reads of a document', () => {
  const category = { sections: stored, defaults }
  for (const { note, strata, kazoo } of [
    {
      note: 'the document',
      strata: configWithDefaultSection(category),
      kazoo: { default: shared, z1: { a: 5 }, [node]: { b: { d: 30 } } },
    },
    {
      note: 'the document with defaults',
      strata: configWithDefaults(category),
      kazoo: { default: shared, z1: { a: 5, b: { c: 20, d: 3 } }, [node]: { a: 1, b: { c: 20, d: 30 } } },
    },
    { note: 'a node with defaults', strata: effectiveSection(category, node), kazoo: { a: 1, b: { c: 20, d: 30 } } },
    {
      note: 'a node without a section, with defaults',
      strata: effectiveSection(category, 'other@host'),
      kazoo: shared,
    },
  ]) {
    it(note, () => expect(strata).toEqual(kazoo))
  }
})

/** What `kz_json:diff/2` against one combined base left of a POST. */
describe('what a POST of a document stores', () => {
  for (const { note, sent, kazoo } of [
    {
      note: 'what differs from the schema, and from the document’s own default',
      sent: { default: { a: 1, b: { c: 20 } }, [node]: { a: 1, b: { c: 20, d: 30 } } },
      kazoo: { default: { b: { c: 20 } }, [node]: { b: { d: 30 } } },
    },
    { note: 'nothing of what equals the schema', sent: { [node]: { a: 1, b: { c: 2 } } }, kazoo: {} },
    {
      note: 'sections that are empty on purpose',
      sent: { default: {}, [node]: {} },
      kazoo: { default: {}, [node]: {} },
    },
    {
      note: 'a node’s value that equals the schema default and not the document’s',
      sent: { default: { a: 5 }, [node]: { a: 1 } },
      kazoo: { default: { a: 5 }, [node]: { a: 1 } },
    },
    { note: 'lists as a whole, in their order', sent: { z1: { l: [2, 1] } }, kazoo: { z1: { l: [2, 1] } } },
    { note: 'an empty object that is meant', sent: { z1: { m: {} } }, kazoo: { z1: { m: {} } } },
  ]) {
    it(note, () => expect(documentDifference({ sections: sent, defaults })).toEqual(kazoo))
  }
})

describe('what a PATCH makes', () => {
  const category = { sections: stored, defaults }
  const document = (patch: JsonObject) => documentDifference({ sections: patchedDocument(category, patch), defaults })

  it('of the document: null resets a key', () =>
    expect(document({ z1: { a: null } })).toEqual({ default: { b: { c: 20 } }, [node]: { b: { d: 30 } } }))

  it('of the document: null removes a section', () =>
    expect(document({ [node]: null })).toEqual({ default: { b: { c: 20 } }, z1: { a: 5 } }))

  it('of the document: {} changes nothing', () => expect(document({ [node]: { b: {} } })).toEqual(stored))

  it('of a section: {} replaces, so that the inherited values show through', () =>
    expect(sectionDifference(category, node, patchedSection(category, node, { b: {} }))).toEqual({ b: {} }))
})

/** Where `kz_json:merge_recursive` ends in badarg: KAZOO's own reads with defaults answer 500 from then on. */
describe('documents that KAZOO cannot show with defaults', () => {
  for (const { sections, kazoo } of [
    { sections: { default: { n: 1 }, [node]: { n: { c: 1 } } }, kazoo: 'badarg' },
    { sections: { default: { n: [1] }, [node]: { n: { c: 1 } } }, kazoo: 'badarg' },
    { sections: { default: { a: { x: 1 } } }, kazoo: 'badarg' },
    { sections: { default: { n: [] }, [node]: { n: { c: 1 } } }, kazoo: 'merged' },
    { sections: { default: { n: { c: 1 } }, [node]: { n: 1 } }, kazoo: 'merged' },
    { sections: { default: { n: 1 }, [node]: { n: { c: {} } } }, kazoo: 'merged' },
  ]) {
    it(`${JSON.stringify(sections)}: ${kazoo}`, () =>
      expect(mixedShapes({ sections, defaults }).length > 0 ? 'badarg' : 'merged').toBe(kazoo))
  }
})
