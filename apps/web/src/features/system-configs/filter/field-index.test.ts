import { describe, expect, it } from 'vitest'
import { freeForm } from '#web/components/schema-form/free-form.ts'
import type { FormValidator } from '#web/components/schema-form/load-validator.ts'
import { indexFields, isNear, searchFields } from './field-index.ts'

const form: FormValidator = {
  ...freeForm,
  schema: {
    type: 'object',
    properties: {
      acl_request_timeout_ms: { title: 'ACL request timeout', type: 'integer' },
      fetch_timeout_ms: { title: 'Fetch timeout', type: 'integer' },
      call_control: {
        title: 'Call control',
        properties: { pool_size: { title: 'Pool size', type: 'integer' } },
      },
      password: { title: 'Password', type: 'string' },
    },
  },
}
const own = { fetch_timeout_ms: 2600, 'odd.key': ['needle'], password: { $secret: 'set', fingerprint: 'deadbeef0000' } }
const fields = indexFields(form, own, { call_control: { pool_size: 150 } })
const find = (text: string) => searchFields(fields, text)

describe(indexFields, () => {
  it('has every leaf once, unknown keys last', () =>
    expect(fields.map(({ pointer }) => pointer)).toEqual([
      '/acl_request_timeout_ms',
      '/fetch_timeout_ms',
      '/call_control/pool_size',
      '/password',
      '/odd.key',
    ]))

  it('does not hold the fingerprint of a secret', () =>
    expect(fields.find(({ pointer }) => pointer === '/password')?.text).not.toContain('deadbeef'))
})

describe(searchFields, () => {
  for (const { note, text, found } of [
    { note: 'finds by title', text: 'ACL', found: ['/acl_request_timeout_ms'] },
    { note: 'finds by words in any order', text: 'timeout fetch', found: ['/fetch_timeout_ms'] },
    { note: 'finds by key', text: 'pool_size', found: ['/call_control/pool_size'] },
    { note: 'finds by the group a field is in', text: 'call control', found: ['/call_control/pool_size'] },
    {
      note: 'finds with a slip of the finger',
      text: 'tiemout',
      found: ['/acl_request_timeout_ms', '/fetch_timeout_ms'],
    },
    { note: 'finds by the own value', text: '2600', found: ['/fetch_timeout_ms'] },
    { note: 'finds by the inherited value', text: '150', found: ['/call_control/pool_size'] },
    { note: 'finds unknown keys by what they hold', text: 'needle', found: ['/odd.key'] },
    { note: 'finds nothing that is not there', text: 'zebra', found: [] },
    { note: 'finds everything by nothing', text: ' ', found: fields.map(({ pointer }) => pointer) },
  ]) {
    it(note, () => expect(find(text)).toEqual(found))
  }
})

describe(isNear, () => {
  const found = new Set(['/a/b'])
  for (const { note, pointer, near } of [
    { note: 'a place that was found', pointer: '/a/b', near: true },
    { note: 'a place around it', pointer: '/a', near: true },
    { note: 'a place inside it', pointer: '/a/b/c', near: true },
    { note: 'not a place beside it', pointer: '/a/bc', near: false },
  ]) {
    it(note, () => expect(isNear(found, pointer)).toBe(near))
  }
})
