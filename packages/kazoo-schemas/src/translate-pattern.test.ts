import { describe, expect, it } from 'vitest'
import { translatePattern } from './translate-pattern.ts'

describe(translatePattern, () => {
  for (const { note, pattern, matches = [], misses = [] } of [
    { note: 'alnum', pattern: '^[[:alnum:]_]+$', matches: ['to_did', 'A1'], misses: ['a-b', ':', 'é'] },
    {
      note: 'alpha and digit side by side',
      pattern: '^[[:alpha:]][[:digit:]]$',
      matches: ['a1'],
      misses: ['1a', 'l:'],
    },
    {
      note: 'lower, upper, xdigit',
      pattern: '^[[:lower:]][[:upper:]][[:xdigit:]]$',
      matches: ['aBf'],
      misses: ['AbF', 'aBg'],
    },
    { note: 'space and blank', pattern: '^[[:space:]][[:blank:]]$', matches: ['\n\t'], misses: ['\n\n', 's:'] },
    { note: 'punct', pattern: '^[[:punct:]]+$', matches: ['!/:@[`{~]'], misses: ['a', ' '] },
    {
      note: 'graph, print and cntrl',
      pattern: '^[[:graph:]][[:print:]][[:cntrl:]]$',
      matches: ['! \u0000'],
      misses: ['  \u0000'],
    },
    { note: 'a negated class around a POSIX class', pattern: '^[^[:word:]]$', matches: ['-'], misses: ['a', '_'] },
    { note: 'an ordinary pattern stays', pattern: '^[^\\s]*$', matches: ['', 'ab'], misses: ['a b'] },
    {
      note: 'a look-ahead before the anchor',
      pattern: '(?!id\\b)^[a-z.]+$',
      matches: ['z', 'ids'],
      misses: ['id', 'id.x'],
    },
  ]) {
    it(note, () => {
      const regex = new RegExp(translatePattern(pattern) ?? 'untranslated', 'u')
      expect(matches.filter((text) => !regex.test(text))).toEqual([])
      expect(misses.filter((text) => regex.test(text))).toEqual([])
    })
  }

  for (const { note, pattern } of [
    { note: 'a negated POSIX class', pattern: '[[:^alpha:]]' },
    { note: 'an unknown POSIX class', pattern: '[[:vowel:]]' },
    { note: 'a possessive quantifier', pattern: 'a++' },
    { note: 'an inline option', pattern: '(?i)a' },
    { note: 'an anchor of PCRE', pattern: '\\Aa\\z' },
    { note: 'no pattern in any dialect', pattern: '(' },
  ]) {
    it(`gives nothing for ${note}`, () => expect(translatePattern(pattern)).toBeUndefined())
  }
})
