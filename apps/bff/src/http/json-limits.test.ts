import { describe, expect, it } from 'vitest'
import { passedLimit } from './json-limits.ts'

describe(passedLimit, () => {
  for (const { note, text, values, depth, names = 0 } of [
    { note: 'a scalar is one value, on no level', text: 'null', values: 1, depth: 0 },
    { note: 'a text is one value whatever it holds', text: String.raw`"[{,\"[,\\"`, values: 1, depth: 0 },
    { note: 'a list counts, and so do its items', text: '[1, "x", [ ]]', values: 4, depth: 2 },
    { note: 'an object likewise', text: '{"a":{"b":[true]},"c":{\n}}', values: 5, depth: 3, names: 3 },
    { note: 'a name counts once', text: '[{"a:b" :"c"},{"a:b":":"}]', values: 5, depth: 2, names: 1 },
    { note: 'an empty list at the end', text: '[[],[]]', values: 3, depth: 2 },
  ]) {
    it(note, () => {
      expect(passedLimit(text, { depth, values, names })).toBeUndefined()
      expect(passedLimit(text, { depth, values: values - 1, names })).toBe('values')
      if (depth > 0) expect(passedLimit(text, { depth: depth - 1, values, names })).toBe('depth')
      if (names > 0) expect(passedLimit(text, { depth, values, names: names - 1 })).toBe('names')
    })
  }
})
