import { describe, expect, it } from 'vitest'
import type { MatrixRow } from './matrix-rows.ts'
import { valueControl } from './value-control.ts'

function row(kind: MatrixRow['kind'], schema: MatrixRow['schema'] = {}): MatrixRow {
  return { pointer: `/${kind}`, kind, schema, title: kind, text: kind }
}

describe(valueControl, () => {
  for (const { note, rows, expected } of [
    { note: 'one number', rows: [row('number')], expected: { kind: 'number' } },
    { note: 'texts together', rows: [row('text'), row('text')], expected: { kind: 'text' } },
    {
      note: 'a number and a switch are refused',
      rows: [row('number'), row('switch')],
      expected: { kind: 'refused', reason: 'types', kinds: ['number', 'switch'] },
    },
    { note: 'a secret is refused', rows: [row('secret')], expected: { kind: 'refused', reason: 'secret' } },
    { note: 'a list is refused', rows: [row('whole')], expected: { kind: 'refused', reason: 'whole' } },
    {
      note: 'choices of the same values together',
      rows: [row('choice', { enum: ['a', 'b'] }), row('choice', { enum: ['a', 'b'] })],
      expected: { kind: 'choice' },
    },
    {
      note: 'choices of different values are refused',
      rows: [row('choice', { enum: ['a', 'b'] }), row('choice', { enum: ['a'] })],
      expected: { kind: 'refused', reason: 'choices' },
    },
  ])
    it(note, () => expect(valueControl(rows)).toMatchObject(expected))

  it('is none for no key', () => expect(valueControl([])).toBeUndefined())
})
