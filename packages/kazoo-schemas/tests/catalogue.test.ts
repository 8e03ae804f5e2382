import { catalogueOf, kazooVersions } from '@strata/schema-catalogue'
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

const lookup = (id: string) => catalogueOf('4.3').get(id)
const categoriesOf = (ids: Iterable<string>) =>
  [...ids].flatMap((id) => (id.startsWith('system_config.') ? [id.slice(14)] : []))
const categories = categoriesOf(catalogueOf('4.3').keys())

describe.each(kazooVersions)('the catalogue of KAZOO %s', (version) => {
  const catalogue = catalogueOf(version)

  it('has no text of its own: titles and descriptions come from elsewhere', () => {
    for (const [id, schema] of catalogue) expect(textKeywords(schema), id).toEqual([])
  })

  for (const id of catalogue.keys()) {
    it(`${id} normalises and compiles`, () => {
      expect(strictCheck(normaliseSchema(id, (name) => catalogue.get(name)))).toBeTypeOf('function')
    })
  }
})

describe('the catalogue', () => {
  const storageOf = (ids: Iterable<string>) => [...ids].filter((id) => id === 'storage' || id.startsWith('storage.'))

  it('holds the 149 categories of 4.3, the 16 storage schemas, the wrapper and the seven they need', () => {
    const ids = [...catalogueOf('4.3').keys()]
    expect([categories.length, storageOf(ids).length, ids.length]).toEqual([149, 16, 149 + 16 + 1 + 7])
    expect(categories.toSorted()).toEqual(Object.keys(expectedDefaults).sort())
  })

  it('holds 22 categories more of 5, and the time zones they name', () => {
    const ids = [...catalogueOf('5').keys()]
    expect([categoriesOf(ids).length, storageOf(ids).length, ids.length]).toEqual([149 + 22, 16, 149 + 22 + 16 + 1 + 8])
  })
})

describe('of every category of KAZOO 5', () => {
  const of5 = (id: string) => catalogueOf('5').get(id)

  for (const category of categoriesOf(catalogueOf('5').keys())) {
    it(`${category}: section and document take its defaults`, () => {
      const found = schemaDefaults(category, of5)
      const document = { default: found, 'kazoo_apps@host': found }
      expect(strictCheck(configDocumentSchema(category, of5))(document)).toBe(true)
      expect(strictCheck(configSectionSchema(category, of5))(found)).toBe(true)
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
