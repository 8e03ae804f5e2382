import { describe, expect, it } from 'vitest'
import { passedLimit } from './json-limits.ts'

describe(passedLimit, () => {
  for (const { note, text, values, depth } of [
    { note: 'a scalar is one value, on no level', text: 'null', values: 1, depth: 0 },
    { note: 'a text is one value whatever it holds', text: String.raw`"[{,\"[,\\"`, values: 1, depth: 0 },
    { note: 'a list counts, and so do its items', text: '[1, "x", [ ]]', values: 4, depth: 2 },
    { note: 'an object likewise', text: '{"a":{"b":[true]},"c":{\n}}', values: 5, depth: 3 },
    { note: 'an empty list at the end', text: '[[],[]]', values: 3, depth: 2 },
  ]) {
    it(note, () => {
      expect(passedLimit(text, { depth, values })).toBeUndefined()
      expect(passedLimit(text, { depth, values: values - 1 })).toBe('values')
      if (depth > 0) expect(passedLimit(text, { depth: depth - 1, values })).toBe('depth')
    })
  }
})
