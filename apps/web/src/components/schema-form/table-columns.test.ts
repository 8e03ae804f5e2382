import type { JsonObject, JsonValue } from '@strata/json'
import { describe, expect, it } from 'vitest'
import { toFieldSchema } from './field-schema.ts'
import { emptyRow, tableColumns } from './table-columns.ts'

const named = (names: readonly string[]): JsonObject => ({
  type: 'object',
  properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
})
const free: JsonObject = { type: 'object' }
const union: JsonObject = { oneOf: [{ type: 'string' }, named(['a'])] }
const deep: JsonObject = { type: 'object', properties: { a: { type: 'array', items: { type: 'string' } } } }

function columnsOf(schema: JsonObject, items: readonly JsonValue[]) {
  return tableColumns(toFieldSchema(schema), items, (node) => node)?.map(({ name }) => name)
}

describe(tableColumns, () => {
  for (const { note, schema, items, columns } of [
    { note: 'what the schema declares', schema: named(['a', 'b']), items: [{ b: 'x' }], columns: ['a', 'b'] },
    {
      note: 'what all items have, where it declares nothing',
      schema: free,
      items: [{ b: 1 }, { b: 'x' }],
      columns: ['b'],
    },
    { note: 'none for no items', schema: named(['a']), items: [], columns: undefined },
    {
      note: 'none where an item has more than is declared',
      schema: named(['a']),
      items: [{ a: '', b: '' }],
      columns: undefined,
    },
    {
      note: 'none where an item lacks what others have',
      schema: free,
      items: [{ a: 1, b: 1 }, { a: 1 }],
      columns: undefined,
    },
    {
      note: 'none where an item has what the first lacks',
      schema: free,
      items: [{ a: 1 }, { a: 1, b: 1 }],
      columns: undefined,
    },
    { note: 'none where an item is no object', schema: free, items: [{ a: 1 }, 'a'], columns: undefined },
    { note: 'none where a field holds many values', schema: free, items: [{ a: [1] }], columns: undefined },
    { note: 'none where a field may hold many', schema: deep, items: [{}], columns: undefined },
    { note: 'none for items of several kinds', schema: union, items: [{ a: 'x' }], columns: undefined },
    { note: 'none for more than five', schema: named([...'abcdef']), items: [{}], columns: undefined },
    { note: 'none for nothing', schema: free, items: [{}], columns: undefined },
  ]) {
    it(`gives ${note}`, () => expect(columnsOf(schema, items)).toEqual(columns))
  }
})

describe(emptyRow, () => {
  it('holds what no schema describes, empty, and of its type in the first item', () => {
    const column = { title: '', schema: undefined }
    const columns = [
      { ...column, name: 'a' },
      { ...column, name: 'b' },
      { ...column, name: 'c', schema: {} },
    ]
    expect(emptyRow(columns, [{ a: 5, b: true, c: 'x' }])).toEqual({ a: 0, b: false })
  })
})
