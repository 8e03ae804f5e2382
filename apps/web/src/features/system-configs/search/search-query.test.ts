import { describe, expect, it } from 'vitest'
import { readQuery } from './search-query.ts'

const NOTHING = {
  words: [],
  nodes: [],
  zones: [],
  types: [],
  isOverridden: false,
  isSecret: false,
  isNoise: false,
  isInvalid: false,
  unknown: [],
  unknownTypes: [],
}

describe(readQuery, () => {
  for (const { note, text, expected } of [
    { note: 'a blank text asks for nothing', text: '  ', expected: {} },
    { note: 'words, whatever their case', text: 'ACL timeout', expected: { words: ['acl', 'timeout'] } },
    { note: 'tokens among words', text: 'acl @secret x', expected: { words: ['acl', 'x'], isSecret: true } },
    {
      note: 'every token without a value',
      text: '@overridden @secret @noise @invalid',
      expected: { isOverridden: true, isSecret: true, isNoise: true, isInvalid: true },
    },
    {
      note: 'nodes and zones, several of them',
      text: '@node:app@N1 @node:n2 @zone:z1',
      expected: { nodes: ['app@n1', 'n2'], zones: ['z1'] },
    },
    {
      note: 'a name with spaces in quotation marks',
      text: '@zone:"east coast" x',
      expected: { zones: ['east coast'], words: ['x'] },
    },
    { note: 'a type', text: '@TYPE:Integer', expected: { types: ['integer'] } },
    {
      note: 'a token that still lacks its end or its value asks for nothing',
      text: '@node: @zone: @type: @ @overri @node',
      expected: {},
    },
    {
      note: 'a token that there is not is told',
      text: '@foo @secret:x',
      expected: { unknown: ['@foo', '@secret:x'] },
    },
    { note: 'and so is a type', text: '@type:text', expected: { unknownTypes: ['text'] } },
    { note: 'an @ inside a word is no token', text: 'app@host', expected: { words: ['app@host'] } },
  ]) {
    it(note, () => expect(readQuery(text)).toEqual({ ...NOTHING, ...expected }))
  }
})
