import { describe, expect, it } from 'vitest'
import { lowerCaseVerbs } from './lower-case-verbs.ts'

describe(lowerCaseVerbs, () => {
  for (const { note, entry, expected } of [
    {
      note: 'POST becomes post',
      entry: { handler: 'http', settings: { verb: 'POST', url: 'U' } },
      expected: { handler: 'http', settings: { verb: 'post', url: 'U' } },
    },
    {
      note: 'put stays',
      entry: { handler: 'http', settings: { verb: 'put' } },
      expected: { handler: 'http', settings: { verb: 'put' } },
    },
    {
      note: 'an absent verb stays absent',
      entry: { handler: 'http', settings: {} },
      expected: { handler: 'http', settings: {} },
    },
    {
      note: 'what is no text stays',
      entry: { handler: 'http', settings: { verb: 1 } },
      expected: { handler: 'http', settings: { verb: 1 } },
    },
    {
      note: 'other handlers stay',
      entry: { handler: 's3', settings: { verb: 'POST' } },
      expected: { handler: 's3', settings: { verb: 'POST' } },
    },
    {
      note: 'settings that are no object stay',
      entry: { handler: 'http', settings: 'POST' },
      expected: { handler: 'http', settings: 'POST' },
    },
    { note: 'an entry that is no object stays', entry: 'POST', expected: 'POST' },
  ]) {
    it(note, () => {
      const document = Object.freeze({ attachments: Object.freeze({ a: entry }), plan: {} })
      expect(lowerCaseVerbs(document)).toStrictEqual({ attachments: { a: expected }, plan: {} })
    })
  }

  it('leaves a document without attachments alone', () => expect(lowerCaseVerbs({ plan: {} })).toEqual({ plan: {} }))
})
