import { catalogue } from '@strata/schema-catalogue'
import Ajv from 'ajv'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { configDocumentSchema, configSectionSchema, normaliseSchema, schemaDefaults } from '../src/index.ts'
import expectedDefaults from './fixtures/schema-defaults.json' with { type: 'json' }

const lookup = (id: string) => catalogue.get(id)

function compile(schema: object) {
  const ajv = addFormats(new Ajv({ strict: true, strictTypes: false, strictRequired: false, allErrors: true }))
  return ajv.compile(schema)
}

describe('the catalogue', () => {
  for (const id of catalogue.keys()) {
    it(`${id} normalises and compiles`, () => {
      expect(() => compile(normaliseSchema(id, lookup))).not.toThrow()
    })
  }
  for (const [category, defaults] of Object.entries(expectedDefaults)) {
    it(`${category}: section and document compile`, () => {
      expect(() => compile(configSectionSchema(category, lookup))).not.toThrow()
      expect(() => compile(configDocumentSchema(category, lookup))).not.toThrow()
    })
    it(`${category} has KAZOO's schema defaults`, () => {
      expect(schemaDefaults(category, lookup)).toEqual(defaults)
    })
  }
})
