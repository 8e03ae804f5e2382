import type { JsonObject } from '@strata/json'
import { handlerKinds } from '@strata/storage-plan'
import { describe, expect, it } from 'vitest'
import { subschema } from '#web/components/schema-form/field-schema.ts'
import { entrySchema } from '#web/components/schema-form/map-key.ts'
import { compileForm } from '#web/components/schema-form/testing/compile-form.ts'
import { variantOf, variantsOf } from '#web/components/schema-form/variants.ts'
import { storageSchemaOf } from '../testing/storage-schema.ts'
import { switchKind } from './switch-kind.ts'

const form = await compileForm(storageSchemaOf('4.3'))
const map = form.resolve(subschema(form.schema.properties?.attachments) ?? {})
const variants = variantsOf(form.resolve(entrySchema(map, '0'.repeat(32)) ?? {}), form.resolve) ?? []
const secret = { $secret: 'set', fingerprint: '0123456789ab' }

function switched(entry: JsonObject, to: string, remembered?: JsonObject): JsonObject {
  const target = variants.find(({ id }) => id === to)
  if (target === undefined) throw new Error(`The schema knows no handler ${to}.`)
  return switchKind({ entry, from: variantOf(variants, entry), to: target, remembered, resolve: form.resolve })
}

describe(switchKind, () => {
  it('is about every kind that the schema knows', () => {
    expect(variants.map(({ id }) => id).toSorted()).toEqual([...handlerKinds].toSorted())
  })

  for (const { note, entry, to, remembered, expected } of [
    {
      note: 'the name and how files are named stay; settings of the service go',
      entry: {
        handler: 's3',
        name: 'N',
        settings: { bucket: 'b', secret, folder_base_path: 'base', field_separator: '-' },
      },
      to: 'azure',
      expected: { handler: 'azure', name: 'N', settings: { folder_base_path: 'base', field_separator: '-' } },
    },
    {
      note: 'a key of S3 is no key of Azure',
      entry: { handler: 's3', settings: { key: 'AKIA', folder_base_path: 'x' } },
      to: 'azure',
      expected: { handler: 'azure', settings: { folder_base_path: 'x' } },
    },
    {
      note: 'a stored secret does not go to another service',
      entry: { handler: 'azure', settings: { account: 'a', key: secret } },
      to: 's3',
      expected: { handler: 's3', settings: {} },
    },
    {
      note: 'a connected Google account opens both of its services',
      entry: { handler: 'google_drive', settings: { oauth_doc_id: 'd', folder_id: 'f' } },
      to: 'google_storage',
      expected: { handler: 'google_storage', settings: { oauth_doc_id: 'd' } },
    },
    {
      note: 'and back: what only Google Cloud Storage knows goes',
      entry: { handler: 'google_storage', settings: { oauth_doc_id: 'd', bucket: 'b' } },
      to: 'google_drive',
      expected: { handler: 'google_drive', settings: { oauth_doc_id: 'd' } },
    },
    {
      note: 'an OAuth app is of no use elsewhere',
      entry: { handler: 'google_storage', settings: { oauth_app_id: 'a', folder_base_path: 'x' } },
      to: 'dropbox',
      expected: { handler: 'dropbox', settings: { folder_base_path: 'x' } },
    },
    {
      note: 'a connected account of another provider does not',
      entry: { handler: 'dropbox', settings: { oauth_doc_id: 'd' } },
      to: 'onedrive',
      expected: { handler: 'onedrive', settings: {} },
    },
    {
      note: 'what is remembered of the kind comes back under what both share',
      entry: { handler: 'azure', name: 'New name', settings: { account: 'a', key: 'other', folder_base_path: 'new' } },
      to: 's3',
      remembered: { handler: 's3', name: 'Old name', settings: { bucket: 'b', key: 'AKIA', secret } },
      expected: {
        handler: 's3',
        name: 'New name',
        settings: { bucket: 'b', key: 'AKIA', secret, folder_base_path: 'new' },
      },
    },
    {
      note: 'keys that no schema knows stay',
      entry: { handler: 's3', note: 'mine', settings: { upload_timeout: 5 } },
      to: 'http',
      expected: { handler: 'http', note: 'mine', settings: { upload_timeout: 5 } },
    },
  ] satisfies { note: string; entry: JsonObject; to: string; remembered?: JsonObject; expected: unknown }[]) {
    it(note, () => expect(switched(entry, to, remembered)).toEqual(expected))
  }

  it('there and back again is as it was', () => {
    const entry = { handler: 's3', name: 'N', settings: { bucket: 'b', key: 'AKIA', secret } }
    expect(switched(switched(entry, 'azure'), 's3', entry)).toEqual(entry)
  })
})
