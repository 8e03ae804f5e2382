import { describe, expect, it } from 'vitest'
import { loggablePath } from './access-log.ts'

const token = `${'h'.repeat(20)}.${'p-_'.repeat(10)}.${'s'.repeat(40)}`

describe(loggablePath, () => {
  for (const { note, path, expected } of [
    { note: 'a token in a segment is hidden', path: `/v2/user_auth/${token}`, expected: '/v2/user_auth/***' },
    { note: 'every token is', path: `/a/${token}/b/${token}`, expected: '/a/***/b/***' },
    {
      note: 'ids and names stay',
      path: `/v2/system_configs/crossbar.auth/${'a'.repeat(32)}`,
      expected: `/v2/system_configs/crossbar.auth/${'a'.repeat(32)}`,
    },
  ]) {
    it(note, () => expect(loggablePath(path)).toBe(expected))
  }

  for (const path of ['x'.repeat(16_000), 'x'.repeat(17).concat('.').repeat(900), '-'.repeat(16_000)]) {
    it(`takes no time for ${path.slice(0, 20)}… of ${path.length} characters`, () => {
      const startedAt = performance.now()
      loggablePath(path)
      expect(performance.now() - startedAt).toBeLessThan(200)
    })
  }
})
