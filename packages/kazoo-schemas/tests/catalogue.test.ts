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
/** KAZOO 4.3's own, whatever the catalogue has. */
const categories = Object.keys(expectedDefaults)

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
  it("lacks none of KAZOO 4.3's categories", () => {
    expect([...catalogueOf('4.3').keys()]).toEqual(
      expect.arrayContaining(categories.map((id) => `system_config.${id}`)),
    )
  })

  it('of 5 has every schema of 4.3, and more', () => {
    const ids = [...catalogueOf('5').keys()]
    expect(ids).toEqual(expect.arrayContaining([...catalogueOf('4.3').keys()]))
    expect(ids).toEqual(expect.arrayContaining(['system_config.webhooks.object', 'timezone']))
  })
})

describe('of every category of KAZOO 5', () => {
  const of5 = (id: string) => catalogueOf('5').get(id)

  for (const id of catalogueOf('5').keys()) {
    if (!id.startsWith('system_config.')) continue
    const category = id.slice('system_config.'.length)
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

it('73 defaults of 4.3 are stated without ever taking effect', () => {
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
