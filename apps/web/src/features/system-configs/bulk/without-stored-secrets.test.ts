import { describe, expect, it } from 'vitest'
import { withoutStoredSecrets } from './without-stored-secrets.ts'

const secret = { $secret: 'set', fingerprint: 'a1b2c3d4e5f6' }

describe(withoutStoredSecrets, () => {
  for (const { note, values, expected } of [
    {
      note: 'other values stay as they are',
      values: { a: 1, b: {}, c: ['x'] },
      expected: { values: { a: 1, b: {}, c: ['x'] }, secrets: 0 },
    },
    {
      note: 'stored secrets go, typed ones stay',
      values: { a: secret, b: 'typed' },
      expected: { values: { b: 'typed' }, secrets: 1 },
    },
    {
      note: 'and the objects that held nothing else',
      values: { a: { b: secret, c: { d: secret } }, e: { f: secret, g: 1 } },
      expected: { values: { e: { g: 1 } }, secrets: 3 },
    },
  ]) {
    it(note, () => expect(withoutStoredSecrets(values)).toEqual(expected))
  }
})
