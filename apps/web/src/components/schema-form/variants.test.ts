import type { JsonValue } from '@strata/json'
import { describe, expect, it } from 'vitest'
import type { FieldSchema } from './field-schema.ts'
import { emptyVariant, switchVariant, variantOf, variantsOf } from './variants.ts'

const same = (schema: FieldSchema) => schema
const backEnds: FieldSchema = {
  type: 'object',
  properties: { name: { type: 'string' }, settings: { type: 'object', properties: { folder: { type: 'string' } } } },
  oneOf: [
    {
      properties: {
        handler: { enum: ['s3'] },
        settings: { type: 'object', properties: { bucket: { type: 'string' }, key: { type: 'string' } } },
      },
    },
    {
      properties: {
        handler: { enum: ['http'] },
        settings: { type: 'object', properties: { url: { type: 'string' }, key: { type: 'string' } } },
      },
    },
  ],
}
const textOrTexts: FieldSchema = { oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] }
const byPresence: FieldSchema = {
  type: 'object',
  oneOf: [{ properties: { arg: { type: 'string' } } }, { properties: { group: { type: 'array', items: {} } } }],
}

function kinds(schema: FieldSchema) {
  const variants = variantsOf(schema, same)
  if (variants === undefined) throw new Error('no kinds')
  return variants
}

function kind(schema: FieldSchema, id: string) {
  const variant = kinds(schema).find((candidate) => candidate.id === id)
  if (variant === undefined) throw new Error(`no kind ${id}`)
  return variant
}

describe(variantsOf, () => {
  it('tells kinds apart by a property that each fixes to another value', () =>
    expect(kinds(backEnds).map(({ rule }) => rule)).toEqual([
      { by: 'property', property: 'handler', value: 's3' },
      { by: 'property', property: 'handler', value: 'http' },
    ]))

  it('tells kinds apart by their JSON type', () =>
    expect(kinds(textOrTexts).map(({ id }) => id)).toEqual(['string', 'array']))

  it('tells kinds apart by a key that only one has', () =>
    expect(kinds(byPresence).map(({ id }) => id)).toEqual(['arg', 'group']))

  it('gives every kind what the union says for all of them', () =>
    expect(Object.keys(kind(backEnds, 's3').schema.properties ?? {})).toEqual(['name', 'settings', 'handler']))

  it('knows no kinds where nothing tells them apart', () =>
    expect(variantsOf({ oneOf: [{ type: 'string' }, { type: 'string' }] }, same)).toBeUndefined())

  it('knows no kinds without a union', () => expect(variantsOf({ type: 'string' }, same)).toBeUndefined())
})

describe(variantOf, () => {
  const cases: { note: string; schema: FieldSchema; value: JsonValue | undefined; id: string | undefined }[] = [
    { note: 'by the property', schema: backEnds, value: { handler: 'http' }, id: 'http' },
    { note: 'none for an unknown value of the property', schema: backEnds, value: { handler: 'ftp' }, id: undefined },
    { note: 'by the type', schema: textOrTexts, value: ['a'], id: 'array' },
    { note: 'none for a type no kind has', schema: textOrTexts, value: 5, id: undefined },
    { note: 'by the key', schema: byPresence, value: { group: [] }, id: 'group' },
    { note: 'none for what is not set', schema: textOrTexts, value: undefined, id: undefined },
  ]
  for (const { note, schema, value, id } of cases) {
    it(note, () => expect(variantOf(kinds(schema), value)?.id).toBe(id))
  }
})

describe(switchVariant, () => {
  it('keeps what both kinds know, at any depth, and drops what only the old one knows', () =>
    expect(
      switchVariant(
        { handler: 's3', name: 'Files', settings: { bucket: 'b', key: 'k', folder: 'f' } },
        kind(backEnds, 's3'),
        kind(backEnds, 'http'),
      ),
    ).toEqual({ handler: 'http', name: 'Files', settings: { key: 'k', folder: 'f' } }))

  it('keeps keys that neither kind knows', () =>
    expect(
      switchVariant({ handler: 's3', extra: 1, settings: { odd: 2 } }, kind(backEnds, 's3'), kind(backEnds, 'http')),
    ).toEqual({ handler: 'http', extra: 1, settings: { odd: 2 } }))

  it('brings back what is remembered of the new kind, under what both share now', () =>
    expect(
      switchVariant({ handler: 'http', name: 'New name' }, kind(backEnds, 'http'), kind(backEnds, 's3'), {
        handler: 's3',
        name: 'Old name',
        settings: { bucket: 'b' },
      }),
    ).toEqual({ handler: 's3', name: 'New name', settings: { bucket: 'b' } }))

  it('makes a list of a text, and its first text of a list', () => {
    expect(switchVariant('a', kind(textOrTexts, 'string'), kind(textOrTexts, 'array'))).toEqual(['a'])
    expect(switchVariant(['a', 'b'], kind(textOrTexts, 'array'), kind(textOrTexts, 'string'))).toBe('a')
  })

  it('changes the key of a kind told by its key', () =>
    expect(switchVariant({ arg: 'id' }, kind(byPresence, 'arg'), kind(byPresence, 'group'))).toEqual({ group: [] }))

  it('begins a kind from nothing', () =>
    expect(switchVariant(undefined, undefined, kind(backEnds, 's3'))).toEqual({ handler: 's3' }))
})

describe(emptyVariant, () => {
  it('begins with what tells the kind', () => {
    expect(emptyVariant(kind(backEnds, 's3'))).toEqual({ handler: 's3' })
    expect(emptyVariant(kind(textOrTexts, 'array'))).toEqual([])
    expect(emptyVariant(kind(byPresence, 'arg'))).toEqual({ arg: '' })
  })
})
