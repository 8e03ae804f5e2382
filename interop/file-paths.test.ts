import type { JsonObject, JsonValue } from '@strata/json'
import { attachmentPath, targetOf } from '@strata/storage-plan'
import { describe, expect, it } from 'vitest'

const document = {
  accountId: 'ACC',
  database: 'account%2Fa1%2Fb2%2Fc3-202611',
  id: 'ID',
  attachment: 'NAME.mp3',
  fields: {
    owner_id: 'OWNER',
    list: ['a', 'b'],
    nested: ['a', ['b', 66]],
    mixed: ['a', true],
    empty: [],
    object: { a: 1 },
  },
}

/** What `filename:join/2` gave: `folder_path` below `folder_base_path`. */
describe('a folder below a folder', () => {
  for (const [base, folder, kazoo] of [
    ['base', 'calls', 'base/calls'],
    ['', 'calls', '/calls'],
    ['', './calls', '/calls'],
    ['', '/calls', '/calls'],
    ['base', '', 'base'],
    ['base/', '', 'base'],
    ['base', './calls', 'base/calls'],
    ['base', './', 'base'],
    ['base', '.', 'base/.'],
    ['base/.', 'calls', 'base/calls'],
    ['base/./', './calls', 'base/calls'],
    ['./base', 'calls', './base/calls'],
    ['.', 'calls', './calls'],
    ['a//b/', 'c//', 'a/b/c'],
    ['a', 'b/.//c', 'a/b/c'],
    ['base', '../calls', 'base/../calls'],
    ['base', '/x//y/', '/x/y'],
    ['base', '//x', '/x'],
    ['/', 'calls', '/calls'],
  ] as const) {
    it(`"${folder}" below "${base}" is "${kazoo}"`, () => {
      const settings = { folder_base_path: base, folder_path: folder }
      expect(attachmentPath('azure', settings, document)).toBe(`${kazoo}/ID_NAME.mp3`)
    })
  }

  it('both empty are the root', () => {
    const settings = { folder_base_path: '', folder_path: '' }
    expect(attachmentPath('azure', settings, document)).toBe('/ID_NAME.mp3')
  })
})

/** What `kz_att_util:format_url/4` gave for each handler's own list. */
describe('the path of a file without a list', () => {
  for (const [handler, kazoo] of [
    ['http', 'ACC/OWNER/ID/NAME.mp3'],
    ['s3', 'account%2Fa1%2Fb2%2Fc3-202611/ID_NAME.mp3'],
    ['azure', 'ID_NAME.mp3'],
    ['dropbox', 'ID_NAME.mp3'],
    ['google_drive', 'ID_NAME.mp3'],
    ['google_storage', 'ID_NAME.mp3'],
    ['onedrive', 'ID_NAME.mp3'],
  ] as const) {
    it(`${handler}: ${kazoo}`, () => expect(attachmentPath(handler, {}, document)).toBe(kazoo))
  }
})

describe('a field of the document in a path', () => {
  for (const [field, kazoo] of [
    ['owner_id', 'OWNER/ID'],
    ['list', 'ab/ID'],
    ['nested', 'abB/ID'],
    ['mixed', 'ID'],
    ['empty', 'ID'],
    ['object', '%7B%22a%22%3A1%7D/ID'],
  ] as const) {
    it(`${field}: ${kazoo}`, () =>
      expect(attachmentPath('http', { field_list: [{ field }, { arg: 'id' }] }, document)).toBe(kazoo))
  }
})

/** The address that each handler's module sent its request to. */
describe('the address of a file', () => {
  for (const { handler, settings, kazoo } of [
    {
      handler: 's3',
      settings: { bucket: 'my-bucket', folder_base_path: '', folder_path: 'calls' },
      kazoo: 'https://s3.amazonaws.com/my-bucket//calls/account%252Fa1%252Fb2%252Fc3-202611/ID_NAME.mp3',
    },
    {
      handler: 'azure',
      settings: { account: 'acc', container: 'box', folder_path: 'calls' },
      kazoo: 'https://acc.blob.core.windows.net/box/calls/ID_NAME.mp3',
    },
    {
      handler: 'onedrive',
      settings: {},
      kazoo: 'https://graph.microsoft.com/v1.0/me/drive/root:/ID_NAME.mp3:/content',
    },
    {
      handler: 'http',
      settings: { url: 'https://rec.example.net:80/in//' },
      kazoo: 'https://rec.example.net:80/in/ACC/OWNER/ID/NAME.mp3',
    },
    {
      handler: 'http',
      settings: { url: 'https://rec.example.net/in?file=' },
      kazoo: 'https://rec.example.net/in?file=ACC/OWNER/ID/NAME.mp3',
    },
  ] satisfies { handler: string; settings: JsonObject; kazoo: string }[]) {
    it(`${handler}: ${kazoo}`, () =>
      expect(targetOf(handler, settings, attachmentPath(handler, settings, document)).url).toBe(kazoo))
  }
})

/** `lists:last/1` crashed on the first; the second begins no path of its own. */
describe('a drive without a name for the file', () => {
  for (const [list, isCrash] of [
    [[], true],
    [['a', ''], false],
  ] satisfies [JsonValue[], boolean][]) {
    it(JSON.stringify(list), () => {
      const settings = { field_list: list }
      const path = attachmentPath('google_drive', settings, document)
      expect(targetOf('google_drive', settings, path).isNameless).toBe(isCrash)
    })
  }
})

it('departure: without a verb, which crashes kz_att_http, a file is put, as its schema fills in', () => {
  expect(targetOf('http', { url: 'https://rec.example.net/' }, 'P').method).toBe('PUT')
})
