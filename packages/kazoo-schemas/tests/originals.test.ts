import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { formatPointer, getAt, isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { catalogueOf, type KazooVersion, kazooVersions } from '@strata/schema-catalogue'
import { describe, expect, it } from 'vitest'
import { configDocumentSchema, normaliseSchema, schemaDefaults } from '../src/index.ts'
import { strictCheck } from './strict-ajv.ts'

const folders: Readonly<Record<KazooVersion, string>> = { '4.3': 'KAZOO_SCHEMAS_DIR', '5': 'KAZOO5_SCHEMAS_DIR' }

/** Where the catalogue says something else on purpose; `undefined`: it leaves out what stands there. */
const departures: Readonly<Record<string, JsonValue | undefined>> = {
  'storage.attachment.http /properties/settings/properties/verb/default': 'post',
  // The texts of a default are KAZOO's sentences.
  ...Object.fromEntries(
    ['ANSWER', 'BRIDGE', 'CREATE', 'DESTROY', 'HOLD', 'UNHOLD'].map((event) => [
      `system_config.webhooks /properties/channel_events/default/CHANNEL_${event}`,
      undefined,
    ]),
  ),
}

for (const version of kazooVersions) {
  const variable = folders[version]
  const folder = process.env[variable]
  if (folder) {
    describe(`the schemas of KAZOO ${version}`, () => compareWith(readSchemas(folder), catalogueOf(version)))
  } else {
    // biome-ignore lint/suspicious/noConsole: whoever runs the tests has to see it
    console.warn(
      `NOT COMPARED: set ${variable} to a folder with the schemas of KAZOO ${version} to compare the catalogue with them.`,
    )
  }
}

describe.each(kazooVersions)('the departures of the catalogue of KAZOO %s', (version) => {
  for (const [place, value] of Object.entries(departures)) {
    const [id = '', pointer = ''] = place.split(' ')
    it(`${place} is ${JSON.stringify(value)}`, () =>
      expect(getAt(catalogueOf(version).get(id), pointer)).toEqual(value))
  }
})

function compareWith(originals: ReadonlyMap<string, JsonObject>, catalogue: ReadonlyMap<string, JsonObject>): void {
  const lookup = (id: string) => originals.get(id)

  it('are those of the catalogue', () => {
    expect([...originals.keys()].sort()).toEqual([...catalogue.keys()].sort())
  })

  for (const [id, original] of originals) {
    it(`${id} normalises, compiles, and has the facts of the catalogue`, () => {
      expect(strictCheck(normaliseSchema(id, lookup))).toBeTypeOf('function')
      expect(factsOf(catalogue.get(id) ?? {})).toEqual(factsToHave(id, original))
    })
  }

  for (const id of originals.keys()) {
    const category = id.startsWith('system_config.') ? id.slice(14) : undefined
    if (category === undefined) continue
    it(`${category}: the document compiles and has the defaults of the catalogue`, () => {
      const defaults = schemaDefaults(category, (name) => catalogue.get(name))
      expect(strictCheck(configDocumentSchema(category, lookup))({ default: defaults })).toBe(true)
      if (!hasDeparture(id)) expect(schemaDefaults(category, lookup)).toStrictEqual(defaults)
    })
  }
}

function hasDeparture(id: string): boolean {
  return Object.keys(departures).some((place) => place.startsWith(`${id} `))
}

function factsToHave(id: string, original: JsonObject): Record<string, JsonValue> {
  const facts = Object.entries(factsOf(original)).flatMap(([at, fact]): [string, JsonValue][] => {
    const place = `${id} ${at}`
    const expected = place in departures ? departures[place] : fact
    return expected === undefined ? [] : [[at, expected]]
  })
  return Object.fromEntries(facts)
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
