import type { JsonObject } from '@strata/json'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { storedConfig } from './category.ts'
import { plainSections, plainTree } from './config.arbitraries.ts'
import { configWithDefaultSection, configWithDefaults, effectiveSection, inheritedBySection } from './config-reads.ts'
import { documentDifference, patchedDocument, patchedSection, sectionDifference } from './config-writes.ts'
import { mergeRecursive } from './merge-recursive.ts'

const defaults = { a: 1, b: { c: 2, d: 3 } }

function patched(sections: JsonObject, patch: JsonObject, schemaDefaults: JsonObject = defaults): JsonObject {
  return documentDifference({
    sections: patchedDocument({ sections, defaults: schemaDefaults }, patch),
    defaults: schemaDefaults,
  })
}

function sectionPatched(sections: JsonObject, section: string, patch: JsonObject): JsonObject {
  const category = { sections, defaults }
  return sectionDifference(category, section, patchedSection(category, section, patch))
}

describe(documentDifference, () => {
  for (const { note, sections, expected } of [
    {
      note: 'worked example: default against the schema, a node against both',
      sections: { default: { a: 1, b: { c: 20 } }, 'n@h': { a: 1, b: { c: 20, d: 30 } } },
      expected: { default: { b: { c: 20 } }, 'n@h': { b: { d: 30 } } },
    },
    {
      note: 'worked example: nothing differs, no section is left',
      sections: { 'n@h': { a: 1, b: { c: 2 } } },
      expected: {},
    },
    {
      note: 'worked example: explicit empty sections are kept',
      sections: { default: {}, 'n@h': {} },
      expected: { default: {}, 'n@h': {} },
    },
    {
      note: 'worked example: a node equal to the schema but not to the default section is stored',
      sections: { default: { a: 5 }, 'n@h': { a: 1 } },
      expected: { default: { a: 5 }, 'n@h': { a: 1 } },
    },
    {
      note: 'a node equal to the default section is not stored',
      sections: { default: { a: 5 }, 'n@h': { a: 5 } },
      expected: { default: { a: 5 } },
    },
    {
      note: 'a zone is compared as a node is',
      sections: { default: { a: 5 }, z1: { a: 5, b: { c: 9 } } },
      expected: { default: { a: 5 }, z1: { b: { c: 9 } } },
    },
    {
      note: 'a node is not compared with zones',
      sections: { z1: { a: 5 }, 'n@h': { a: 5 } },
      expected: { z1: { a: 5 }, 'n@h': { a: 5 } },
    },
    {
      note: 'keys that the schema does not know are kept',
      sections: { default: { x: 1 }, 'n@h': { x: 2 } },
      expected: { default: { x: 1 }, 'n@h': { x: 2 } },
    },
    { note: 'a field that is no section is kept', sections: { zone_1: 5 }, expected: { zone_1: 5 } },
    {
      note: 'a default that is not an object is kept and inherited by nobody',
      sections: { default: 'x', z1: { a: 1 } },
      expected: { default: 'x' },
    },
    { note: 'nulls are not stored', sections: { default: { a: null, x: null } }, expected: {} },
  ]) {
    it(note, () => expect(documentDifference({ sections, defaults })).toEqual(expected))
  }

  for (const { note, sections, expected } of [
    {
      note: 'without a schema a default section is stored whole',
      sections: { default: { a: 1 }, z1: { a: 1, b: 2 } },
      expected: { default: { a: 1 }, z1: { b: 2 } },
    },
    {
      note: 'without a schema empty sections equal their empty base and vanish',
      sections: { default: {}, z1: {} },
      expected: {},
    },
  ]) {
    it(note, () => expect(documentDifference({ sections, defaults: {} })).toEqual(expected))
  }

  it('saving what reading with defaults gave stores the same again, without nulls and empty objects', () => {
    fc.assert(
      fc.property(plainSections, plainTree, (sections, schemaDefaults) => {
        const stored = documentDifference({ sections, defaults: schemaDefaults })
        const read = configWithDefaults({ sections: stored, defaults: schemaDefaults })
        expect(documentDifference({ sections: read, defaults: schemaDefaults })).toEqual(stored)
      }),
    )
  })

  it('keeps every effective value, where no section drops a key that it inherits', () => {
    fc.assert(
      fc.property(plainSections, plainTree, (changes, schemaDefaults) => {
        const full = configWithDefaults({ sections: changes, defaults: schemaDefaults })
        const stored = documentDifference({ sections: full, defaults: schemaDefaults })
        for (const section of Object.keys(full)) {
          expect(effectiveSection({ sections: stored, defaults: schemaDefaults }, section)).toEqual(full[section])
        }
      }),
    )
  })
})

describe(sectionDifference, () => {
  for (const { note, sections, section, values, expected } of [
    {
      note: 'worked example: nothing differs',
      sections: { default: {} },
      section: 'n@h',
      values: { a: 1, b: { c: 2, d: 3 } },
      expected: {},
    },
    {
      note: 'a node is compared with schema and default',
      sections: { default: { a: 5 } },
      section: 'n@h',
      values: { a: 5, b: { c: 9, d: 3 } },
      expected: { b: { c: 9 } },
    },
    {
      note: 'a node equal to the schema but not to default is stored',
      sections: { default: { a: 5 } },
      section: 'n@h',
      values: { a: 1 },
      expected: { a: 1 },
    },
    {
      note: 'default keeps only what differs from the schema',
      sections: { default: { a: 5 } },
      section: 'default',
      values: { a: 1, b: { c: 2, d: 4 } },
      expected: { b: { d: 4 } },
    },
    { note: 'an explicit empty object is kept', sections: {}, section: 'z1', values: { b: {} }, expected: { b: {} } },
  ]) {
    it(note, () => expect(sectionDifference({ sections, defaults }, section, values)).toEqual(expected))
  }

  it('keeps the effective value, where it drops no key that the section inherits', () => {
    fc.assert(
      fc.property(
        plainSections,
        plainTree,
        plainTree,
        fc.constantFrom('default', 'z1', 'app@one'),
        (sections, schemaDefaults, changes, section) => {
          const category = { sections, defaults: schemaDefaults }
          const values = mergeRecursive(inheritedBySection(category, section), changes)
          const stored = { ...sections, [section]: sectionDifference(category, section, values) }
          expect(effectiveSection({ sections: stored, defaults: schemaDefaults }, section)).toEqual(values)
        },
      ),
    )
  })
})

describe('PATCH of a document', () => {
  const stored = { default: { b: { c: 20 } }, z1: { a: 5 }, 'n@h': { b: { d: 30 } } }

  for (const { note, patch, expected } of [
    { note: 'an empty patch changes nothing', patch: {}, expected: stored },
    {
      note: 'a new value is added to the section',
      patch: { 'n@h': { a: 7 } },
      expected: { ...stored, 'n@h': { a: 7, b: { d: 30 } } },
    },
    {
      note: 'a new section holds what differs',
      patch: { z2: { a: 1, b: { d: 4 } } },
      expected: { ...stored, z2: { b: { d: 4 } } },
    },
    {
      note: 'null for a key resets it to what it inherits',
      patch: { z1: { a: null } },
      expected: { default: stored.default, 'n@h': stored['n@h'] },
    },
    {
      note: 'null for a section removes it',
      patch: { z1: null },
      expected: { default: stored.default, 'n@h': stored['n@h'] },
    },
    {
      note: 'null for default removes it',
      patch: { default: null },
      expected: { z1: { a: 5 }, 'n@h': { b: { d: 30 } } },
    },
    { note: 'an empty object for a key changes nothing', patch: { 'n@h': { b: {} } }, expected: stored },
    { note: 'an empty object for a section changes nothing', patch: { 'n@h': {} }, expected: stored },
    {
      note: 'a value equal to the schema default is stripped from default',
      patch: { default: { b: { c: 2 } } },
      expected: { z1: { a: 5 }, 'n@h': { b: { d: 30 } } },
    },
    { note: 'arrays replace as a whole', patch: { z1: { a: [1] } }, expected: { ...stored, z1: { a: [1] } } },
    {
      note: 'a section not named loses what now equals its base',
      patch: { default: { a: 5 } },
      expected: { default: { a: 5, b: { c: 20 } }, 'n@h': { b: { d: 30 } } },
    },
    {
      note: 'a named section keeps the value it had when default changes in the same patch',
      patch: { default: { b: { c: 21 } }, z1: { a: 6 } },
      expected: { default: { b: { c: 21 } }, z1: { a: 6, b: { c: 20 } }, 'n@h': { b: { d: 30 } } },
    },
  ]) {
    it(note, () => expect(patched(stored, patch)).toEqual(expected))
  }

  it('drops nulls already stored in the sections it names', () => {
    expect(patched({ z1: { x: null, a: 5 } }, { z1: { y: 1 } })).toEqual({ z1: { a: 5, y: 1 } })
  })

  it('is validated with every named section effective', () => {
    expect(patchedDocument({ sections: stored, defaults }, { z1: { a: 6 } })).toEqual({
      default: { a: 1, b: { c: 20, d: 3 } },
      z1: { a: 6, b: { c: 20, d: 3 } },
      'n@h': { b: { d: 30 } },
    })
  })
})

describe('PATCH of a section', () => {
  const stored = { default: { b: { c: 20 } }, 'n@h': { a: 7, b: { d: 30 } } }

  for (const { note, section, patch, expected } of [
    {
      note: 'a value is added to what is stored',
      section: 'n@h',
      patch: { x: 1 },
      expected: { a: 7, b: { d: 30 }, x: 1 },
    },
    { note: 'null resets to the inherited value', section: 'n@h', patch: { a: null }, expected: { b: { d: 30 } } },
    { note: 'null below resets', section: 'n@h', patch: { b: { d: null } }, expected: { a: 7 } },
    { note: 'an empty object replaces', section: 'n@h', patch: { b: {} }, expected: { a: 7, b: {} } },
    {
      note: 'a value equal to the inherited one is not stored',
      section: 'n@h',
      patch: { a: 1 },
      expected: { b: { d: 30 } },
    },
    {
      note: 'a section that is not stored starts from what it inherits',
      section: 'z1',
      patch: { b: { c: 21 } },
      expected: { b: { c: 21 } },
    },
    {
      note: 'default keeps only what differs from the schema',
      section: 'default',
      patch: { a: 1, b: { d: 4 } },
      expected: { b: { c: 20, d: 4 } },
    },
  ]) {
    it(note, () => expect(sectionPatched(stored, section, patch)).toEqual(expected))
  }

  it('after an empty object the inherited values show through', () => {
    const after = { ...stored, 'n@h': sectionPatched(stored, 'n@h', { b: {} }) }
    expect(effectiveSection({ sections: after, defaults }, 'n@h')).toEqual({ a: 7, b: { c: 20, d: 3 } })
  })
})

describe("the system configs document's requests in order", () => {
  const sysconf = { acl_request_timeout_fudge_ms: 100, acl_request_timeout_ms: 2000 }
  const fudge = (value: number): JsonObject => ({ acl_request_timeout_fudge_ms: value })

  it('a document: read, posted, patched, read with defaults', () => {
    expect(configWithDefaultSection({ sections: storedConfig(undefined), defaults: sysconf })).toEqual({
      default: sysconf,
    })
    const posted = documentDifference({ sections: { default: sysconf, node: fudge(101) }, defaults: sysconf })
    expect(posted).toEqual({ node: fudge(101) })
    const afterPatch = patched(posted, { node: fudge(102) }, sysconf)
    expect(afterPatch).toEqual({ node: fudge(102) })
    expect(configWithDefaults({ sections: afterPatch, defaults: sysconf })).toEqual({
      default: sysconf,
      node: { ...sysconf, ...fudge(102) },
    })
  })

  it('a section: read, posted, patched, read with defaults', () => {
    const before = { sections: storedConfig(undefined), defaults: sysconf }
    expect(before.sections.node ?? {}).toEqual({})
    const posted = { ...before.sections, node: sectionDifference(before, 'node', fudge(101)) }
    expect(posted).toEqual({ default: {}, node: fudge(101) })
    const category = { sections: posted, defaults: sysconf }
    const node = sectionDifference(category, 'node', patchedSection(category, 'node', fudge(102)))
    expect(node).toEqual(fudge(102))
    expect(effectiveSection({ sections: { ...posted, node }, defaults: sysconf }, 'node')).toEqual({
      ...sysconf,
      ...fudge(102),
    })
  })
})
