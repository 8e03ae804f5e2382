import type { JsonObject, JsonValue } from '@strata/json'
import { catalogueOf } from '@strata/schema-catalogue'
import { describe, expect, it } from 'vitest'
import { fillDefaults, lowerCaseVerbs, normaliseSchema } from '../src/index.ts'
import { strictCheck } from './strict-ajv.ts'

const catalogue = catalogueOf('4.3')

const lookup = (id: string) => catalogue.get(id)
const accepts = strictCheck(normaliseSchema('storage', lookup))

const id = 'a'.repeat(32)

function backEnd(entry: JsonValue): JsonObject {
  return { attachments: { [id]: entry } }
}

function http(settings: JsonObject): JsonObject {
  return backEnd({ handler: 'http', settings: { url: 'https://files.example/in', ...settings } })
}

function connection(password: JsonValue): JsonObject {
  const settings = { ip: '10.0.0.1', port: 5984, credentials: { username: 'u', password } }
  return { connections: { [id]: { driver: 'kazoo_couch', settings } } }
}

function fields(list: JsonValue): JsonObject {
  return http({ field_list: list })
}

const s3 = { bucket: 'recordings', key: 'made-up-id', secret: 'made-up' }

describe('a storage document', () => {
  const rows: readonly (readonly [note: string, document: JsonObject, valid: boolean])[] = [
    ['S3', backEnd({ handler: 's3', name: 'S3 Storage', settings: s3 }), true],
    ['S3 with a bucket that is too short', backEnd({ handler: 's3', settings: { ...s3, bucket: 'abc' } }), false],
    ['S3 with white space in a secret', backEnd({ handler: 's3', settings: { ...s3, secret: 'made up' } }), false],
    ['S3 without a secret', backEnd({ handler: 's3', settings: { bucket: 'recordings', key: 'k' } }), false],
    ['Azure', backEnd({ handler: 'azure', settings: { account: 'a', container: 'c', key: 'k' } }), true],
    ['Google Drive', backEnd({ handler: 'google_drive', settings: { oauth_doc_id: 'd', folder_id: 'f' } }), true],
    ['OneDrive', backEnd({ handler: 'onedrive', settings: { oauth_doc_id: 'd' } }), true],
    ['Dropbox', backEnd({ handler: 'dropbox', settings: { oauth_doc_id: 'd' } }), true],
    ['Dropbox without its document', backEnd({ handler: 'dropbox', settings: {} }), false],
    ['Google Storage by document', backEnd({ handler: 'google_storage', settings: { oauth_doc_id: 'd' } }), true],
    ['Google Storage by app', backEnd({ handler: 'google_storage', settings: { oauth_app_id: 'd' } }), true],
    [
      'Google Storage by both',
      backEnd({ handler: 'google_storage', settings: { oauth_app_id: 'd', oauth_doc_id: 'd' } }),
      false,
    ],
    ['an unknown handler', backEnd({ handler: 'ftp', settings: { url: 'ftp://files.example' } }), false],
    ['a back-end whose id has capitals', { attachments: { ['A'.repeat(32)]: { handler: 's3', settings: s3 } } }, false],
    ['a verb in lower case', http({ verb: 'post' }), true],
    ['a verb in capitals that was not lowered', http({ verb: 'POST' }), false],
    ['a verb in capitals that was lowered', lowerCaseVerbs(http({ verb: 'POST' })), true],
    ['another verb', lowerCaseVerbs(http({ verb: 'PATCH' })), false],
    ['multipart and base64', http({ send_multipart: true, base64_encode_data: false }), true],
    ['a connection with an integer as password', connection(12345), true],
    ['a connection with a text as password', connection('made-up'), true],
    ['a connection with a boolean as password', connection(true), false],
    ['a connection without ip', { connections: { [id]: { driver: 'kazoo_couch', settings: { port: 1 } } } }, false],
    [
      'a connection of another driver',
      { connections: { [id]: { driver: 'mysql', settings: { ip: 'a', port: 1 } } } },
      false,
    ],
    ['a local connection that is no object', { connections: { local: 'here' } }, false],
    ['connections under other names, unchecked', { connections: { other: 1 } }, true],
    ['fields in the settings', fields([{ arg: 'id' }, { group: [{ const: '-' }, { field: 'owner_id' }] }]), true],
    ['a field of another argument', fields([{ arg: 'name' }]), false],
    ['an empty field, which could be any', fields([{}]), false],
    ['a wrong field in a group', fields([{ group: [{ group: [{ const: 1 }] }] }]), false],
    [
      "fields beside the handler, the API document's spelling",
      backEnd({
        handler: 's3',
        settings: s3,
        field_list: [{ arg: 'id' }],
        field_separator: '/',
        folder_base_path: 'calls',
      }),
      true,
    ],
    [
      'plans of the classes account, modb, system and aggregate',
      { plan: { account: {}, modb: {}, system: {}, aggregate: {} } },
      true,
    ],
    ['a plan of the class yodb', { plan: { yodb: {} } }, false],
    ['a plan of the type function', { plan: { account: { types: { function: { connection: 'local' } } } } }, true],
    ['a plan of a known type, wrong', { plan: { account: { types: { fax: { connection: 1 } } } } }, false],
    ['a plan of an unknown type, unchecked', { plan: { account: { types: { voicemail: 1 } } } }, true],
    ['names of databases', { plan: { aggregate: { database: { names: ['faxes'], create_options: { q: 2 } } } } }, true],
    ['names of databases that are no texts', { plan: { aggregate: { database: { names: [1] } } } }, false],
    ['an unknown key in a class', { plan: { modb: { handler: id } } }, false],
    ['private keys that are scalars', { _rev: '1-a', pvt_type: 'storage', other: [] }, true],
    ['a private key that is a list', { pvt_tree: [] }, false],
  ]
  for (const [note, document, valid] of rows) {
    it(`${valid ? 'accepts' : 'refuses'} ${note}`, () => expect(accepts(document)).toBe(valid))
  }

  it('gets the verb post where it has none, and no base64', () => {
    expect(fillDefaults(http({}), catalogue.get('storage') ?? {}, lookup)).toEqual(
      http({ verb: 'post', base64_encode_data: false }),
    )
  })

  it("gets the verb that the store's own schema says", () => {
    const own: JsonObject = {
      properties: {
        handler: { enum: ['http'] },
        settings: { properties: { verb: { type: 'string', default: 'put' } } },
      },
    }
    const stored = (schema: string) => (schema === 'storage.attachment.http' ? own : lookup(schema))
    expect(fillDefaults(http({}), catalogue.get('storage') ?? {}, stored)).toEqual(http({ verb: 'put' }))
  })

  it('gets nothing in other back-ends', () => {
    const document = backEnd({ handler: 's3', settings: s3 })
    expect(fillDefaults(document, catalogue.get('storage') ?? {}, lookup)).toEqual(document)
  })
})
