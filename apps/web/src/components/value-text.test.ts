import type { JsonValue } from '@strata/json'
import { describe, expect, it } from 'vitest'
import { valueText } from './value-text.ts'

const words = { on: 'on', off: 'off', emptyText: 'empty text', emptyList: 'empty list', emptyGroup: 'empty' }

describe(valueText, () => {
  const cases: { value: JsonValue; text: string }[] = [
    { value: 2000, text: '2000' },
    { value: 'deny', text: 'deny' },
    { value: true, text: 'on' },
    { value: 'false', text: '"false"' },
    { value: 'on', text: '"on"' },
    { value: '2000', text: '"2000"' },
    { value: '10.0.0.0/8', text: '10.0.0.0/8' },
    { value: '', text: 'empty text' },
    { value: [], text: 'empty list' },
    { value: {}, text: 'empty' },
    { value: null, text: 'null' },
    { value: ['a', 'b'], text: '[a, b]' },
    { value: [{ a: 1 }], text: '[{"a":1}]' },
    { value: { $secret: 'set', fingerprint: 'a1b2c3d4e5f6' }, text: '#a1b2' },
    { value: { password: { $secret: 'set', fingerprint: 'a1b2c3d4e5f6' } }, text: '{"password":"••••"}' },
    { value: 'x'.repeat(60), text: `${'x'.repeat(39)}…` },
  ]
  for (const { value, text } of cases) {
    it(`says ${text} for ${JSON.stringify(value)}`, () => expect(valueText(value, words)).toBe(text))
  }
})
