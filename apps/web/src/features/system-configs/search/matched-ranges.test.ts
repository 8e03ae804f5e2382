import { describe, expect, it } from 'vitest'
import { matchedRanges } from './matched-ranges.ts'
import { excerpt } from './search-hit-row.tsx'

describe(matchedRanges, () => {
  for (const { note, text, words, expected } of [
    { note: 'no words, no ranges', text: 'acl', words: [], expected: [] },
    {
      note: 'every occurrence, whatever its case',
      text: 'ACL of acl',
      words: ['acl'],
      expected: [
        [0, 3],
        [7, 10],
      ],
    },
    { note: 'what overlaps is one', text: 'timeout', words: ['time', 'meout'], expected: [[0, 7]] },
    { note: 'what touches is one', text: 'timeout', words: ['time', 'out'], expected: [[0, 7]] },
    { note: 'a mistyped word where it was meant', text: 'the grace period', words: ['gracee'], expected: [[4, 9]] },
    { note: 'words that are elsewhere', text: 'acl', words: ['zone'], expected: [] },
    { note: 'signs alone', text: 'a→b', words: ['→'], expected: [[1, 2]] },
  ]) {
    it(note, () => expect(matchedRanges(text, words)).toEqual(expected))
  }
})

describe(excerpt, () => {
  const long = `${'word '.repeat(30)}needle and more`

  it('begins shortly before the first match, at a word, and its ranges still mark it', () => {
    const { text, ranges } = excerpt(long, matchedRanges(long, ['needle']))
    expect(text.length).toBeLessThan(70)
    expect(text).toMatch(/^…word /)
    expect(ranges.map(([start, end]) => text.slice(start, end))).toEqual(['needle'])
  })

  it('leaves a text whose match is near its beginning as it is', () => {
    const ranges = matchedRanges('a needle', ['needle'])
    expect(excerpt('a needle', ranges)).toEqual({ text: 'a needle', ranges })
  })
})
