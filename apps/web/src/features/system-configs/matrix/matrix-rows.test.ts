import type { JsonObject } from '@strata/json'
import { describe, expect, it } from 'vitest'
import { createResolve } from '#web/components/schema-form/create-resolve.ts'
import { toFieldSchema } from '#web/components/schema-form/field-schema.ts'
import { freeForm } from '#web/components/schema-form/free-form.ts'
import { matrixRows } from './matrix-rows.ts'

function formOf(properties: JsonObject) {
  const schema = toFieldSchema({ type: 'object', properties })
  return { schema, validate: () => [], resolve: createResolve(schema) }
}

const form = formOf({
  id: { type: 'string' },
  level: { type: 'string', enum: ['low', 'high'] },
  count: { type: 'integer', title: 'How many' },
  on: { type: 'boolean' },
  names: { type: 'array', items: { type: 'string' } },
  acls: { type: 'object', patternProperties: { '^.+$': { type: 'object' } } },
  nested: { type: 'object', properties: { inner: { type: 'string' }, password: { type: 'string' } } },
})
const kinds = (...documents: Parameters<typeof matrixRows>) =>
  Object.fromEntries(matrixRows(...documents).map(({ pointer, kind }) => [pointer, kind]))

describe(matrixRows, () => {
  it('has a row for each key that is read by itself, with what edits it', () =>
    expect(kinds(form, {})).toEqual({
      '/level': 'choice',
      '/count': 'number',
      '/on': 'switch',
      '/names': 'whole',
      '/acls': 'whole',
      '/nested/inner': 'text',
      '/nested/password': 'secret',
    }))

  it('adds keys that only sections store, each once, at the place where KAZOO reads them', () => {
    const sections = {
      default: { extra: 1, nested: { more: true } },
      z1: { acls: { one: { type: 'allow' } }, extra: 2, free: { a: { b: 1 } } },
    }
    expect(Object.entries(kinds(form, sections)).slice(7)).toEqual([
      ['/extra', 'number'],
      ['/nested/more', 'switch'],
      ['/free', 'whole'],
    ])
  })

  it('has one row for a key that begins with default, however its sections store it', () => {
    const buckets = formOf({ default: { type: 'object', properties: { x: { type: 'integer' } } } })
    const sections = { default: { x: 1, default: { x: 2, odd: 3 } }, z1: { default: { x: 4 } } }
    expect(kinds(buckets, sections)).toEqual({ '/default/x': 'number' })
  })

  it('takes what stands for a secret for one, whatever its key', () =>
    expect(kinds(freeForm, { default: { thing: { $secret: 'set', fingerprint: '0123456789ab' } } })).toEqual({
      '/thing': 'secret',
    }))

  it('is found by its title', () =>
    expect(matrixRows(form, {}).find(({ pointer }) => pointer === '/count')?.text).toContain('How many'))
})
