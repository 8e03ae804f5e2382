import { describe, expect, it } from 'vitest'
import { complete, completionsAt } from './completions.ts'

const known = { nodes: ['app@n1.z1', 'app@n2.z1'], zones: ['east coast', 'z1'] }
/** The caret stands at the bar. */
function at(marked: string) {
  const caret = marked.indexOf('|')
  const text = marked.replace('|', '')
  return { text, caret, completions: completionsAt(text, caret, known) }
}
const offered = (marked: string) => at(marked).completions.options.map((option) => option.text)

describe(completionsAt, () => {
  for (const { note, marked, expected } of [
    { note: 'nothing at a word', marked: 'acl|', expected: [] },
    {
      note: 'every token at an @',
      marked: 'acl @|',
      expected: ['@overridden', '@node:', '@zone:', '@secret', '@noise', '@invalid', '@type:'],
    },
    { note: 'those that begin so', marked: '@no| acl', expected: ['@node:', '@noise'] },
    { note: 'names of nodes that hold what is typed', marked: '@node:n2|', expected: ['@node:app@n2.z1'] },
    {
      note: 'names of zones, with spaces in quotation marks',
      marked: '@zone:|',
      expected: ['@zone:"east coast"', '@zone:z1'],
    },
    { note: 'types, first those that begin so', marked: '@type:in|', expected: ['@type:integer', '@type:string'] },
    { note: 'nothing once it is complete', marked: '@zone:z1|', expected: [] },
    { note: 'nothing for a token that there is not', marked: '@foo:|', expected: [] },
    { note: 'nothing after the token', marked: '@node:n1 |', expected: [] },
  ]) {
    it(note, () => expect(offered(marked)).toEqual(expected))
  }
})

describe('what is typed means nothing without a completion', () => {
  for (const { note, marked, isNeeded } of [
    { note: 'while the token is unfinished', marked: '@no|', isNeeded: true },
    { note: 'while a type is', marked: '@type:in|', isNeeded: true },
    { note: 'but of a node a part of its name does', marked: '@node:n2|', isNeeded: false },
  ]) {
    it(note, () => expect(at(marked).completions.isNeeded).toBe(isNeeded))
  }
})

describe(complete, () => {
  for (const { note, marked, expected } of [
    { note: 'goes on behind the token', marked: '@noi|', expected: '@noise |' },
    { note: 'waits for the value', marked: 'a @nod| b', expected: 'a @node:| b' },
    {
      note: 'replaces all of the token, and keeps what follows',
      marked: 'a @zone:"ea|st b',
      expected: 'a @zone:"east coast" |b',
    },
    { note: 'adds no second space', marked: '@node:n1| b', expected: '@node:app@n1.z1 |b' },
  ]) {
    it(note, () => {
      const { text, completions } = at(marked)
      const [first] = completions.options
      if (first === undefined) throw new Error('nothing was offered')
      const done = complete(text, completions, first)
      expect(`${done.text.slice(0, done.caret)}|${done.text.slice(done.caret)}`).toBe(expected)
    })
  }
})
