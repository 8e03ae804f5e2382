import { describe, expect, it } from 'vitest'
import { readSignInSearch } from './routes.ts'

describe(readSignInSearch, () => {
  for (const { note, next, expected } of [
    {
      note: 'a path of this console is followed',
      next: '/storage/system?x=1',
      expected: { next: '/storage/system?x=1' },
    },
    { note: 'another site is not', next: 'https://evil.example/', expected: {} },
    { note: 'nor by a scheme-relative address', next: '//evil.example', expected: {} },
    { note: 'nor by one with a backslash', next: '/\\evil.example', expected: {} },
    { note: 'the sign-in page leads to itself never', next: '/sign-in?next=/x', expected: {} },
    { note: 'what is no text is ignored', next: 7, expected: {} },
  ]) {
    it(note, () => expect(readSignInSearch({ next })).toEqual(expected))
  }
})
