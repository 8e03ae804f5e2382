import { json } from '@codemirror/lang-json'
import { EditorState } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import { diagnosticsAt, placed } from './code-mirror-diagnostics.ts'

const text = '{"a.b": {"c": [10, {"d": true}]}, "e": "x"}'
const state = EditorState.create({ doc: text, extensions: json() })

describe(diagnosticsAt, () => {
  for (const { note, pointer, marked } of [
    { note: 'a member', pointer: '/e', marked: '"x"' },
    { note: 'a key with a dot', pointer: '/a.b/c', marked: '[10, {"d": true}]' },
    { note: 'an item of a list', pointer: '/a.b/c/0', marked: '10' },
    { note: 'a member inside an item', pointer: '/a.b/c/1/d', marked: 'true' },
    { note: 'the whole document', pointer: '', marked: text },
    { note: 'a missing key marks what it is missing in', pointer: '/a.b/missing', marked: '{"c": [10, {"d": true}]}' },
  ]) {
    it(note, () => {
      const [diagnostic] = diagnosticsAt(state, [{ pointer, message: 'wrong' }])
      expect(text.slice(diagnostic?.from, diagnostic?.to)).toBe(marked)
    })
  }
})

describe(placed, () => {
  const unplaced = { from: 0, to: 0, severity: 'error', message: 'wrong' } as const

  for (const { note, doc, line } of [
    { note: 'a word that is no value', doc: '{\n  "a": 1,\n  "b": x\n}', line: 3 },
    { note: 'a comma too many', doc: '{\n  "a": 1,\n  "b": [1, 2,]\n}', line: 3 },
    { note: 'an end that is missing', doc: '{\n  "a": 1', line: 2 },
  ]) {
    it(`marks the line of ${note}`, () => {
      const broken = EditorState.create({ doc, extensions: json() })
      expect(broken.doc.lineAt(placed(broken, unplaced).from).number).toBe(line)
    })
  }

  it('leaves an error where it was said to be', () =>
    expect(placed(state, { ...unplaced, from: 7, to: 7 })).toMatchObject({ from: 7, to: 7 }))
})
