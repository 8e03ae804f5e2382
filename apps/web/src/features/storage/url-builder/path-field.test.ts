import type { JsonValue } from '@strata/json'
import { describe, expect, it } from 'vitest'
import { asKind, type FieldKind, kindOfField } from './path-field.ts'

describe(kindOfField, () => {
  for (const { note, field, expected } of [
    { note: 'a known value', field: { arg: 'id' }, expected: 'arg' },
    { note: 'a fixed text', field: { const: '' }, expected: 'const' },
    { note: 'a key of the document', field: { field: 'owner_id' }, expected: 'field' },
    { note: 'a group', field: { group: [] }, expected: 'group' },
    { note: 'two at once', field: { arg: 'id', const: '-' }, expected: undefined },
    { note: 'nothing', field: {}, expected: undefined },
    { note: 'a group that is no list', field: { group: 'id' }, expected: undefined },
    { note: 'a list where a text belongs', field: { const: ['-'] }, expected: undefined },
    { note: 'a plain text, which KAZOO takes as it is', field: 'calls', expected: undefined },
    { note: 'a key that nobody knows', field: { other: 'x' }, expected: undefined },
  ] satisfies { note: string; field: JsonValue; expected: FieldKind | undefined }[]) {
    it(note, () => expect(kindOfField(field)).toBe(expected))
  }
})

describe(asKind, () => {
  for (const { note, field, kind, expected } of [
    { note: 'a group takes the part in', field: { arg: 'id' }, kind: 'group', expected: { group: [{ arg: 'id' }] } },
    { note: 'and gives it back', field: { group: [{ arg: 'db' }] }, kind: 'arg', expected: { arg: 'db' } },
    {
      note: 'but not one of several',
      field: { group: [{ arg: 'db' }, { const: '-' }] },
      kind: 'arg',
      expected: { arg: 'id' },
    },
    { note: 'another kind begins anew', field: { arg: 'db' }, kind: 'const', expected: { const: '' } },
  ] satisfies { note: string; field: JsonValue; kind: FieldKind; expected: JsonValue }[]) {
    it(note, () => expect(asKind(field, kind)).toEqual(expected))
  }
})
