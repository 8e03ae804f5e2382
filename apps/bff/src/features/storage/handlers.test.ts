import { getAt, isJsonObject } from '@strata/json'
import { isStorageSecret } from '@strata/kazoo-schemas'
import { catalogueOf, type KazooVersion } from '@strata/schema-catalogue'
import { handlerKinds, handlers } from '@strata/storage-plan'
import { describe, expect, it } from 'vitest'

const versions: readonly KazooVersion[] = ['4.3', '5']

/** The settings that a version's schemas know of each handler, alternatives (how Google's services sign in) included. */
function settingsByHandler(version: KazooVersion): ReadonlyMap<string, readonly string[]> {
  const schemas = [...catalogueOf(version).values()].filter(({ _id }) => _id.startsWith('storage.attachment.'))
  return new Map(
    schemas.map(({ properties = {} }): [string, string[]] => [
      String(getAt(properties, '/handler/enum/0')),
      propertiesOf(getAt(properties, '/settings')),
    ]),
  )
}

function propertiesOf(schema: unknown): string[] {
  if (!isJsonObject(schema)) return []
  const alternatives = [schema.oneOf, schema.anyOf].flatMap((each) => (Array.isArray(each) ? each : []))
  return [
    ...Object.keys(isJsonObject(schema.properties) ? schema.properties : {}),
    ...alternatives.flatMap(propertiesOf),
  ]
}

describe.each(versions)('the handlers of KAZOO %s', (version) => {
  const known = settingsByHandler(version)

  it('are those that its schemas know', () => {
    expect([...known.keys()].toSorted()).toEqual([...handlerKinds].toSorted())
  })

  for (const kind of handlerKinds) {
    const { asked, address, secrets, unschemed = [] } = handlers[kind]
    const settings = [...(known.get(kind) ?? []), ...unschemed]

    it(`${kind} is asked for no setting that neither its schema knows nor it alone`, () => {
      expect([...asked, ...address].filter((name) => !settings.includes(name))).toEqual([])
    })

    it(`${kind} has the secrets that are hidden in documents, and no others`, () => {
      const document = { attachments: { x: { handler: kind } } }
      const hidden = settings.filter((name) => isStorageSecret(['attachments', 'x', 'settings', name], 'x', document))
      expect([...secrets].toSorted()).toEqual([...new Set(hidden)].toSorted())
    })
  }
})
