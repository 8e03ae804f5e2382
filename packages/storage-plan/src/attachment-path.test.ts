import type { JsonObject, JsonValue } from '@strata/json'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AttachmentDocument, attachmentPath } from './attachment-path.ts'
import { defaultFields } from './handlers/handlers.ts'

const lists = { list: ['x', ['y/z', 65]], none_of_it: [[]], mixed: ['x', true] }

const document: AttachmentDocument = {
  accountId: 'ACC',
  database: 'account/ab/cd/ef-202611',
  id: 'ID',
  attachment: 'NAME',
  fields: {
    owner_id: 'OWNER',
    number: 7,
    active: true,
    empty: '',
    ...lists,
    object: { a: 1 },
    'a b': 'c/d',
    pvt_x: 'p',
    _y: 'q',
  },
}
const { owner_id: _, ...ownerless } = document.fields

describe('without a field list each handler has its own', () => {
  for (const { handler, fields, expected } of [
    { handler: 'http', fields: document.fields, expected: 'ACC/OWNER/ID/NAME' },
    { handler: 'http', fields: ownerless, expected: 'ACC/ID/NAME' },
    { handler: 'ftp', fields: document.fields, expected: 'ACC/OWNER/ID/NAME' },
    { handler: 'of another time', fields: document.fields, expected: 'ACC/OWNER/ID/NAME' },
    { handler: 's3', fields: document.fields, expected: 'account%2Fab%2Fcd%2Fef-202611/ID_NAME' },
    { handler: 'azure', fields: document.fields, expected: 'ID_NAME' },
    { handler: 'dropbox', fields: document.fields, expected: 'ID_NAME' },
    { handler: 'google_drive', fields: document.fields, expected: 'ID_NAME' },
    { handler: 'google_storage', fields: document.fields, expected: 'ID_NAME' },
    { handler: 'onedrive', fields: document.fields, expected: 'ID_NAME' },
  ]) {
    it(`${handler}: ${expected}`, () => {
      expect(attachmentPath(handler, {}, { ...document, fields })).toBe(expected)
    })
  }
})

describe('a field list', () => {
  for (const { note, list, expected } of [
    { note: 'the account', list: [{ arg: 'account_id' }], expected: 'ACC' },
    { note: 'the database as one segment', list: [{ arg: 'db' }], expected: 'account%2Fab%2Fcd%2Fef-202611' },
    { note: 'the document', list: [{ arg: 'id' }], expected: 'ID' },
    { note: 'the file', list: [{ arg: 'attachment' }], expected: 'NAME' },
    { note: 'an argument that KAZOO does not know is left out', list: [{ arg: 'x' }, { arg: 'id' }], expected: 'ID' },
    { note: 'a field, encoded', list: [{ field: 'a b' }], expected: 'c%2Fd' },
    { note: 'a number', list: [{ field: 'number' }], expected: '7' },
    { note: 'a boolean', list: [{ field: 'active' }], expected: 'true' },
    { note: 'the id is a public field', list: [{ field: 'id' }], expected: 'ID' },
    { note: 'a missing field is left out', list: [{ field: 'none' }, { arg: 'id' }], expected: 'ID' },
    { note: 'an empty field is left out', list: [{ field: 'empty' }, { arg: 'id' }], expected: 'ID' },
    { note: 'a list of texts, one behind the other', list: [{ field: 'list' }], expected: 'xy%2FzA' },
    { note: 'an empty list is left out', list: [{ field: 'none_of_it' }, { arg: 'id' }], expected: 'ID' },
    { note: 'a list of anything else is left out', list: [{ field: 'mixed' }, { arg: 'id' }], expected: 'ID' },
    { note: 'an object as JSON', list: [{ field: 'object' }], expected: '%7B%22a%22%3A1%7D' },
    { note: 'private fields are left out', list: [{ field: 'pvt_x' }, { field: '_y' }], expected: '' },
    { note: 'members of Object are no fields', list: [{ field: 'constructor' }, { field: '__proto__' }], expected: '' },
    { note: 'a constant stands as it is', list: [{ const: 'a b/c' }], expected: 'a b/c' },
    { note: 'so does a plain text', list: ['x?y=', { arg: 'id' }], expected: 'x?y=/ID' },
    {
      note: 'a group is one segment',
      list: [{ arg: 'account_id' }, { group: [{ arg: 'id' }, { const: '-' }, { arg: 'attachment' }] }],
      expected: 'ACC/ID-NAME',
    },
    { note: 'a group in a group', list: [{ group: ['a', { group: ['b', 'c'] }] }], expected: 'abc' },
    { note: 'an empty group is an empty segment', list: [{ group: [] }, 'x'], expected: '/x' },
    { note: 'an empty list is an empty path', list: [], expected: '' },
    { note: 'items of other shapes are left out', list: [{}, 5, null, [], { group: 'x' }, 'y'], expected: 'y' },
  ] satisfies { note: string; list: JsonValue[]; expected: string }[]) {
    it(note, () => expect(attachmentPath('http', { field_list: list }, document)).toBe(expected))
  }

  it('is joined by the separator of the settings', () => {
    const settings = { field_list: ['a', 'b', 'c'], field_separator: '--' }
    expect(attachmentPath('s3', settings, document)).toBe('a--b--c')
  })

  it('of another type counts as unset', () => {
    expect(attachmentPath('azure', { field_list: 'x', field_separator: 1 }, document)).toBe('ID_NAME')
  })
})

describe('folders', () => {
  for (const { note, settings, expected } of [
    { note: 'none', settings: {}, expected: 'ID_NAME' },
    { note: 'the base alone', settings: { folder_base_path: 'base' }, expected: 'base/ID_NAME' },
    { note: 'the folder alone', settings: { folder_path: 'calls' }, expected: 'calls/ID_NAME' },
    {
      note: 'the folder below the base',
      settings: { folder_base_path: 'base', folder_path: 'calls' },
      expected: 'base/calls/ID_NAME',
    },
    {
      note: 'an absolute folder stands alone',
      settings: { folder_base_path: 'base', folder_path: '/x' },
      expected: '/x/ID_NAME',
    },
    { note: 'slashes at the end go', settings: { folder_path: 'calls//' }, expected: 'calls/ID_NAME' },
    {
      note: 'repeated slashes become one where two are joined',
      settings: { folder_base_path: 'a//b/', folder_path: 'c' },
      expected: 'a/b/c/ID_NAME',
    },
    {
      note: 'below an empty base a folder is absolute',
      settings: { folder_base_path: '', folder_path: 'c' },
      expected: '/c/ID_NAME',
    },
    {
      note: 'a dot before a folder goes where two are joined',
      settings: { folder_base_path: 'base', folder_path: './c' },
      expected: 'base/c/ID_NAME',
    },
    { note: 'a dot before a folder alone stays', settings: { folder_path: './c' }, expected: './c/ID_NAME' },
    { note: 'an empty folder is the root', settings: { folder_path: '' }, expected: '/ID_NAME' },
    {
      note: 'path counts before both',
      settings: { path: 'p/', folder_base_path: 'base', folder_path: 'x' },
      expected: 'p/ID_NAME',
    },
    { note: 'file is the whole path', settings: { file: 'f.mp3', path: 'p', folder_path: 'x' }, expected: 'f.mp3' },
    { note: 'other types count as unset', settings: { file: 1, path: null, folder_path: ['x'] }, expected: 'ID_NAME' },
  ] satisfies { note: string; settings: JsonObject; expected: string }[]) {
    it(note, () => expect(attachmentPath('azure', settings, document)).toBe(expected))
  }

  it('the rule of a plan sets the folder as a setting: its params lie over those of the back-end', () => {
    const settings = { folder_base_path: 'base', folder_path: 'calls' }
    expect(attachmentPath('http', settings, document)).toBe('base/calls/ACC/OWNER/ID/NAME')
  })
})

describe('values', () => {
  it('an encoded database is the same as a plain one', () => {
    const encoded = { ...document, database: 'account%2fab%2Fcd%2Fef-202611' }
    expect(attachmentPath('s3', {}, encoded)).toBe(attachmentPath('s3', {}, document))
  })

  it('a document of no account says so', () => {
    expect(attachmentPath('http', {}, { ...document, accountId: undefined })).toBe('unknown_account/OWNER/ID/NAME')
  })

  it('reserved characters are encoded, others are not', () => {
    const odd = { ...document, id: `a;:@&=+,/?#[]<>"{}|\\'^% `, attachment: 'ü-._~!$()*`.mp3' }
    expect(attachmentPath('azure', {}, odd)).toBe(
      'a%3B%3A%40%26%3D%2B%2C%2F%3F%23%5B%5D%3C%3E%22%7B%7D%7C%5C%27%5E%25%20_ü-._~!$()*`.mp3',
    )
  })

  it('settings of any shape give a path', () => {
    const json = fc.jsonValue() as fc.Arbitrary<JsonValue>
    const keys = ['field_list', 'field_separator', 'folder_base_path', 'folder_path', 'path', 'file']
    fc.assert(
      fc.property(fc.constantFrom('s3', 'http', 'x'), fc.array(json, { maxLength: 6 }), (handler, values) => {
        const settings = Object.fromEntries(values.map((value, index) => [keys[index] ?? 'x', value]))
        expect(attachmentPath(handler, settings, document)).toEqual(expect.any(String))
      }),
    )
  })

  it('the list a handler has is the one that is used when the settings spell it out', () => {
    for (const handler of ['s3', 'azure', 'http']) {
      const settings = { field_list: [...defaultFields(handler)] }
      expect(attachmentPath('http', settings, document)).toBe(attachmentPath(handler, {}, document))
    }
  })
})
