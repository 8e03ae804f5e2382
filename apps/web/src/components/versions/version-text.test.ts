import { expect, it } from 'vitest'
import { versionText } from './version-text.ts'

const secret = (fingerprint: string, shown?: string) => ({
  $secret: 'set' as const,
  fingerprint,
  ...(shown === undefined ? {} : { shown }),
})

it('is the same text whatever the order of keys', () => {
  expect(versionText({ a: { c: 1, b: [2] }, d: null })).toBe(versionText({ d: null, a: { b: [2], c: 1 } }))
  expect(versionText({ list: [2, 1] })).not.toBe(versionText({ list: [1, 2] }))
})

it('tells secrets apart without showing them', () => {
  expect(versionText({ key: secret('0123456789ab') })).toBe('{\n  "key": "secret #0123"\n}\n')
  const url = 'https://•••@rec.example.net/in'
  expect(versionText({ url: secret('0123456789ab', url) })).not.toBe(versionText({ url: secret('ba9876543210', url) }))
})
