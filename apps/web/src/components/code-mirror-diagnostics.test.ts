import { json } from '@codemirror/lang-json'
import { EditorState } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import { diagnosticsAt } from './code-mirror-diagnostics.ts'

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
