import { catalogue } from '@strata/schema-catalogue'
import { describe, expect, it } from 'vitest'
import {
  configDocumentSchema,
  configSectionSchema,
  defaultHints,
  normaliseSchema,
  schemaDefaults,
} from '../src/index.ts'
import expectedDefaults from './fixtures/schema-defaults.json' with { type: 'json' }
import { strictCheck } from './strict-ajv.ts'

const lookup = (id: string) => catalogue.get(id)
const categories = [...catalogue.keys()].filter((id) => id.startsWith('system_config.')).map((id) => id.slice(14))

describe('the catalogue', () => {
  it('holds the 149 categories, the 16 storage schemas, the wrapper and the seven they need', () => {
    const storage = [...catalogue.keys()].filter((id) => id === 'storage' || id.startsWith('storage.'))
    expect([categories.length, storage.length, catalogue.size]).toEqual([149, 16, 149 + 16 + 1 + 7])
    expect(categories.sort()).toEqual(Object.keys(expectedDefaults).sort())
  })

  it('has no text of its own: titles and descriptions come from elsewhere', () => {
    for (const [id, schema] of catalogue) expect(textKeywords(schema), id).toEqual([])
  })

  for (const id of catalogue.keys()) {
    it(`${id} normalises and compiles`, () => {
      expect(strictCheck(normaliseSchema(id, lookup))).toBeTypeOf('function')
    })
  }
})

describe('of every category', () => {
  for (const [category, defaults] of Object.entries(expectedDefaults)) {
    it(`${category}: the defaults are KAZOO's, and section and document take them`, () => {
      const found = schemaDefaults(category, lookup)
      expect(found).toStrictEqual(defaults)
      expect(strictCheck(configDocumentSchema(category, lookup))({ default: found, 'kazoo_apps@host': found })).toBe(
        true,
      )
      expect(strictCheck(configSectionSchema(category, lookup))(found)).toBe(true)
    })
  }
})

it('73 defaults of the 149 categories are stated without ever taking effect', () => {
  const hints = categories.map((category) => [category, defaultHints(category, lookup).size] as const)
  expect(hints.reduce((sum, [, size]) => sum + size, 0)).toBe(73)
  expect(hints.toSorted(([, a], [, b]) => b - a).slice(0, 4)).toEqual([
    ['callflow', 20],
    ['kazoo_convert', 13],
    ['ecallmgr', 6],
    ['reorder', 6],
  ])
})

/** Pointers of `title` and `description` where they are keywords, not keys. */
function textKeywords(schema: object, path = '', isKeys = false): string[] {
  return Object.entries(schema).flatMap(([key, value]) => {
    const here = `${path}/${key}`
    if (!isKeys && (key === 'title' || key === 'description')) return [here]
    if (typeof value !== 'object' || value === null || key === 'default') return []
    return textKeywords(value, here, !isKeys && (key === 'properties' || key === 'patternProperties'))
  })
}
