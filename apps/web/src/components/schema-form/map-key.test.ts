import { describe, expect, it } from 'vitest'
import { entrySchema, keyProblem, keyShape } from './map-key.ts'

const byPattern = {
  patternProperties: { '^[a-z]{3}$': { type: 'string' as const }, local: { type: 'object' as const } },
}

describe(keyProblem, () => {
  for (const { note, schema, taken, key, problem } of [
    { note: 'no key', schema: {}, key: '', problem: 'missing' },
    { note: 'a key that is there', schema: {}, taken: ['a'], key: 'a', problem: 'taken' },
    { note: 'a key with a field of its own', schema: { properties: { a: {} } }, key: 'a', problem: 'declared' },
    { note: 'any key where the schema says nothing', schema: {}, key: 'a.b', problem: undefined },
    { note: 'a key that no pattern finds', schema: byPattern, key: 'abcd', problem: 'no-match' },
    { note: 'a key that a pattern finds', schema: byPattern, key: 'abc', problem: undefined },
    {
      note: 'a key that holds what an unanchored pattern seeks',
      schema: byPattern,
      key: 'my local one',
      problem: undefined,
    },
  ]) {
    it(note, () => expect(keyProblem(schema, taken ?? [], key)).toBe(problem))
  }
})

describe(entrySchema, () => {
  it('is that of the pattern', () => expect(entrySchema(byPattern, 'abc')).toEqual({ type: 'string' }))
  it('is that of other keys', () =>
    expect(entrySchema({ additionalProperties: { type: 'number' } }, 'x')).toEqual({ type: 'number' }))
  it('is none where anything goes', () => expect(entrySchema({}, 'x')).toBeUndefined())
})

describe(keyShape, () => {
  const shapeOf = (...patterns: string[]) =>
    keyShape({ patternProperties: Object.fromEntries(patterns.map((pattern) => [pattern, {}])) })
  it('is known of patterns of KAZOO', () => expect(shapeOf('[a-z_]+')).toBe('hasLetter'))
  it('is another where nobody described the pattern', () => expect(shapeOf('^x$')).toBe('other'))
  it('is another where several patterns are taken', () => expect(shapeOf('[a-z_]+', 'local')).toBe('other'))
})
