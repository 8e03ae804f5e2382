import { expect, it } from 'vitest'
import { hideSecrets } from './hide-secrets.ts'

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
