import { describe, expect, it } from 'vitest'
import { withKeptSignatures } from './entries.ts'

const entry = { handler: 's3', settings: { bucket: 'b' } }
const stored = { attachments: { a: { ...entry, _sig: 'kazoo' } } }

describe(withKeptSignatures, () => {
  for (const { note, sent, expected } of [
    { note: 'an unchanged entry keeps it', sent: entry, expected: { ...entry, _sig: 'kazoo' } },
    {
      note: 'the order of keys is no change',
      sent: { settings: { bucket: 'b' }, handler: 's3' },
      expected: { ...entry, _sig: 'kazoo' },
    },
    { note: "a client's own is ignored", sent: { ...entry, _sig: 'forged' }, expected: { ...entry, _sig: 'kazoo' } },
    {
      note: 'other private keys are no change',
      sent: { ...entry, _x: 1 },
      expected: { ...entry, _x: 1, _sig: 'kazoo' },
    },
    { note: 'a changed entry loses it', sent: { ...entry, name: 'n' }, expected: { ...entry, name: 'n' } },
    {
      note: 'a changed entry cannot bring one',
      sent: { ...entry, name: 'n', _sig: 'kazoo' },
      expected: { ...entry, name: 'n' },
    },
  ]) {
    it(note, () => {
      expect(withKeptSignatures({ attachments: { a: sent } }, stored)).toEqual({ attachments: { a: expected } })
    })
  }

  it('a new entry has none', () => {
    expect(withKeptSignatures({ attachments: { b: { ...entry, _sig: 'forged' } } }, stored)).toEqual({
      attachments: { b: entry },
    })
  })

  it('leaves documents without back-ends alone', () => {
    expect(withKeptSignatures({ plan: {} }, stored)).toEqual({ plan: {} })
    expect(withKeptSignatures({ attachments: [1] }, stored)).toEqual({ attachments: [1] })
  })
})
