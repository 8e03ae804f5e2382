// @vitest-environment happy-dom
import type { JsonObject } from '@strata/json'
import { act, renderHook } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { useDocumentText } from './use-document-text.ts'

function render(initial: JsonObject) {
  const { result } = renderHook(() => {
    const [fields, setFields] = useState(initial)
    return { fields, setFields, json: useDocumentText(fields, setFields) }
  })
  return {
    fields: () => result.current.fields,
    json: () => result.current.json,
    type: (text: string) => act(() => result.current.json.setText(text)),
    inForm: (fields: JsonObject) => act(() => result.current.setFields(fields)),
    reset: () => act(() => result.current.json.reset()),
  }
}

describe(useDocumentText, () => {
  it('shows the document, and follows the form', () => {
    const { json, inForm } = render({ a: 1 })
    expect(json().text).toBe('{\n  "a": 1\n}')
    inForm({ a: 2 })
    expect(json().text).toContain('"a": 2')
  })

  it('lets go of a text that is no document once the form changes or another version is loaded, which it would undo', () => {
    const { json, type, inForm } = render({ a: 1 })
    type('{"a": 1, "mine')
    expect(json().problem).toBe('syntax')
    inForm({ a: 1, theirs: 2 })
    expect(json()).toMatchObject({ text: '{\n  "a": 1,\n  "theirs": 2\n}', problem: undefined })
  })

  it('what is typed becomes the document and stays as it was typed', () => {
    const { fields, json, type } = render({ a: 1 })
    type('{"a":2}')
    expect(fields()).toEqual({ a: 2 })
    expect(json().text).toBe('{"a":2}')
  })

  for (const { text, problem } of [
    { text: '{"a":', problem: 'syntax' },
    { text: '[1]', problem: 'notObject' },
    { text: 'null', problem: 'notObject' },
  ]) {
    it(`${text} is no document: it stays in sight, the document stays as it was`, () => {
      const { fields, json, type } = render({ a: 1 })
      type(text)
      expect(json()).toMatchObject({ text, problem })
      expect(fields()).toEqual({ a: 1 })
    })
  }

  it('an emptied text is an empty document', () => {
    const { fields, json, type } = render({ a: 1 })
    type('')
    expect(fields()).toEqual({})
    expect(json().problem).toBeUndefined()
  })

  it('a change in the form replaces what was typed', () => {
    const { json, type, inForm } = render({ a: 1 })
    type('{"a":2}')
    inForm({ a: 3 })
    expect(json().text).toContain('"a": 3')
  })

  it('a text that is no document can be let go of', () => {
    const { json, type, reset } = render({ a: 1 })
    type('{')
    reset()
    expect(json()).toMatchObject({ text: '{\n  "a": 1\n}', problem: undefined })
  })
})
