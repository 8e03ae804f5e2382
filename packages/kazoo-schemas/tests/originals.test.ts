import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { formatPointer, getAt, isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { catalogue } from '@strata/schema-catalogue'
import { describe, expect, it } from 'vitest'
import { configDocumentSchema, normaliseSchema, schemaDefaults } from '../src/index.ts'
import expectedDefaults from './fixtures/schema-defaults.json' with { type: 'json' }
import { strictCheck } from './strict-ajv.ts'

const folder = process.env.KAZOO_SCHEMAS_DIR

/** Where the catalogue says something else on purpose. */
const departures: Record<string, JsonValue> = {
  'storage.attachment.http /properties/settings/properties/verb/default': 'post',
}

if (folder) {
  describe("KAZOO's own schemas", () => compareWith(readSchemas(folder)))
} else {
  // biome-ignore lint/suspicious/noConsole: whoever runs the tests has to see it
  console.warn(
    "NOT COMPARED: set KAZOO_SCHEMAS_DIR to a folder with KAZOO's schemas to compare the catalogue with them.",
  )
}

describe('the departures of the catalogue', () => {
  for (const [place, value] of Object.entries(departures)) {
    const [id = '', pointer = ''] = place.split(' ')
    it(`${place} is ${JSON.stringify(value)}`, () => expect(getAt(catalogue.get(id), pointer)).toEqual(value))
  }
})

function compareWith(originals: ReadonlyMap<string, JsonObject>): void {
  const lookup = (id: string) => originals.get(id)

  it('are those of the catalogue', () => {
    expect([...originals.keys()].sort()).toEqual([...catalogue.keys()].sort())
  })

  for (const [id, original] of originals) {
    it(`${id} normalises, compiles, and has the facts of the catalogue`, () => {
      expect(strictCheck(normaliseSchema(id, lookup))).toBeTypeOf('function')
      const expected = Object.entries(factsOf(original)).map(([at, fact]) => [at, departures[`${id} ${at}`] ?? fact])
      expect(factsOf(catalogue.get(id) ?? {})).toEqual(Object.fromEntries(expected))
    })
  }

  for (const [category, defaults] of Object.entries(expectedDefaults)) {
    it(`${category}: the document compiles and has the same defaults`, () => {
      expect(strictCheck(configDocumentSchema(category, lookup))({ default: defaults })).toBe(true)
      expect(schemaDefaults(category, lookup)).toStrictEqual(defaults)
    })
  }
}

function readSchemas(path: string): ReadonlyMap<string, JsonObject> {
  const files = readdirSync(path).map((name) => join(path, name))
  const nested = files.filter((file) => statSync(file).isDirectory()).flatMap((file) => [...readSchemas(file)])
  const own = files
    .filter((file) => file.endsWith('.json'))
    .map((file): [string, JsonObject] => {
      const schema: JsonObject = JSON.parse(readFileSync(file, 'utf8'))
      return [String(schema._id), schema]
    })
  return new Map([...own, ...nested])
}

/** Every leaf of a schema by its pointer, but for titles and descriptions. */
function factsOf(schema: JsonValue, path: readonly string[] = [], isSchema = true): Record<string, JsonValue> {
  if (typeof schema !== 'object' || schema === null || Object.keys(schema).length === 0) {
    return { [formatPointer(path)]: schema }
  }
  const entries = Object.entries(schema).filter(([key]) => !isSchema || (key !== 'title' && key !== 'description'))
  return Object.assign(
    {},
    ...entries.map(([key, value]) => factsOf(value, [...path, key], !isSchema || !isKeyMap(key, value))),
  )
}

function isKeyMap(keyword: string, value: JsonValue): boolean {
  return isJsonObject(value) && ['properties', 'patternProperties', 'default'].includes(keyword)
}
