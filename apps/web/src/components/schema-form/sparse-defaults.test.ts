import { getDefaultFormState } from '@rjsf/utils'
import type { JsonObject } from '@strata/json'
import { configSectionSchema, normaliseSchema, schemaDefaults } from '@strata/kazoo-schemas'
import { catalogueOf, kazooVersions } from '@strata/schema-catalogue'
import { describe, expect, it } from 'vitest'
import { toFieldSchema } from './field-schema.ts'
import { noGuesses } from './no-guesses.ts'
import { sparseDefaults } from './sparse-defaults.ts'

function filled(schema: JsonObject, value: JsonObject): unknown {
  const root = toFieldSchema(schema)
  return getDefaultFormState(noGuesses, root, value, root, false, sparseDefaults)
}

/** Every declared key with a value of a type its schema does not ask for. */
function oddValues({ properties }: JsonObject): JsonObject {
  return Object.fromEntries(Object.keys(Object(properties)).map((key) => [key, { odd: [null, { 'a.b': {} }] }]))
}

describe.each(kazooVersions)('what RJSF makes of data under the sparse behaviour, of KAZOO %s', (version) => {
  const lookup = (id: string) => catalogueOf(version).get(id)
  const categories = [...catalogueOf(version).keys()].flatMap((id) =>
    id.startsWith('system_config.') ? [id.slice(14)] : [],
  )

  it('is the data itself, for every category: nothing, all defaults, and odd values alike', () => {
    expect(categories).toContain('crossbar')
    for (const category of categories) {
      const schema = configSectionSchema(category, lookup)
      const cases = [{}, schemaDefaults(category, lookup), oddValues(schema), { unknown: { '': [1] } }]
      for (const value of cases) expect(filled(schema, value), category).toEqual(value)
    }
  })

  it('is the data itself for a storage document of every handler', () => {
    const schema = normaliseSchema('storage', lookup)
    for (const handler of ['s3', 'azure', 'http', 'google_drive', 'google_storage', 'onedrive', 'dropbox', 'unknown']) {
      const value = {
        attachments: { [handler.padEnd(32, '0').replaceAll('_', '0')]: { handler, settings: { field_list: [{}] } } },
        connections: { local: {} },
        plan: { modb: { types: { odd: { attachments: { handler: 5 } } } } },
      }
      expect(filled(schema, value), handler).toEqual(value)
    }
  })
})
