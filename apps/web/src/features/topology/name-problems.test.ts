import { describe, expect, it } from 'vitest'
import { namesIn, nodeProblem, zoneProblem } from './name-problems.ts'

describe('names that a node or a zone cannot have', () => {
  for (const { check, name, expected } of [
    { check: nodeProblem, name: 'app@n1', expected: undefined },
    { check: nodeProblem, name: 'app', expected: 'noHost' },
    { check: nodeProblem, name: 'app@', expected: 'noHost' },
    { check: nodeProblem, name: '@n1', expected: 'noHost' },
    { check: nodeProblem, name: 'a@b@c', expected: 'noHost' },
    { check: nodeProblem, name: '_app@n1', expected: 'reserved' },
    { check: nodeProblem, name: `app@${'n'.repeat(260)}`, expected: 'long' },
    { check: zoneProblem, name: 'us-east', expected: undefined },
    { check: zoneProblem, name: '', expected: 'missing' },
    { check: zoneProblem, name: 'a@b', expected: 'node' },
    { check: zoneProblem, name: 'default', expected: 'reserved' },
    { check: zoneProblem, name: 'id', expected: 'reserved' },
    { check: zoneProblem, name: 'pvt_zone', expected: 'reserved' },
    { check: zoneProblem, name: 'z'.repeat(257), expected: 'long' },
  ]) {
    it(`${check.name}: “${name.slice(0, 20)}” is ${expected ?? 'fine'}`, () => expect(check(name)).toBe(expected))
  }

  it('names stand one a line, or apart by commas and spaces; each counts once', () => {
    expect(namesIn(' a@1\n\nb@2, c@3 a@1 ')).toEqual(['a@1', 'b@2', 'c@3'])
  })
})
