import { describe, expect, it } from 'vitest'
import { hideSecrets, hideSecretsAt } from './hide-secrets.ts'

it('hides what was typed as a secret, also inside lists, and leaves everything else as it is', () => {
  const marker = { $secret: 'set', fingerprint: 'a1b2c3d4e5f6' }
  const sections = {
    default: { login: 'op', password: 'invented', servers: [{ host: 'h', password: 'invented' }] },
    z1: { password: marker },
  }
  expect(hideSecrets(sections)).toEqual({
    default: { login: 'op', password: '••••', servers: [{ host: 'h', password: '••••' }] },
    z1: { password: marker },
  })
  expect(sections.default.password).toBe('invented')
})

it('hides what was typed into an address that is shown', () => {
  const marker = { $secret: 'set', fingerprint: 'a1b2c3d4e5f6', shown: 'https://•••@h/in?key=invented' }
  expect(hideSecrets({ default: { url: marker } })).toEqual({
    default: { url: { ...marker, shown: 'https://•••@h/in?key=•••' } },
  })
})

describe(hideSecretsAt, () => {
  for (const { note, pointer, value, hidden } of [
    { note: 'a typed secret', pointer: '/smtp/password', value: 'invented', hidden: '••••' },
    { note: 'a secret that is a number', pointer: '/password', value: 1234, hidden: '••••' },
    { note: 'no empty text', pointer: '/password', value: '', hidden: '' },
    { note: 'no switch', pointer: '/password', value: true, hidden: true },
    { note: 'no plain value', pointer: '/timeout_ms', value: 5, hidden: 5 },
    { note: 'a secret in a list', pointer: '/s', value: [{ password: 'invented' }], hidden: [{ password: '••••' }] },
  ]) {
    it(`hides ${note}`, () => expect(hideSecretsAt(pointer, value)).toEqual(hidden))
  }
})
