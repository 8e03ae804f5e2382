// @vitest-environment happy-dom
import type { JsonValue } from '@strata/json'
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { useJsonText } from './use-json-text.ts'

afterEach(cleanup)

/** The hook over a value that the page keeps; it takes objects only. */
function setUp(initial: JsonValue) {
  let value: JsonValue = initial
  const hook = renderHook(() =>
    useJsonText<JsonValue, unknown>(value, {
      read: (parsed) =>
        parsed.ok && typeof parsed.value === 'object' && parsed.value !== null
          ? { ok: parsed.value }
          : { problem: parsed },
      onChange: (next) => {
        value = next
      },
    }),
  )
  return {
    hook,
    value: () => value,
    type: (text: string) => act(() => hook.result.current.setText(text)),
    changeElsewhere: (next: JsonValue) => {
      value = next
      hook.rerender()
    },
  }
}

describe(useJsonText, () => {
  it('writes the value', () => expect(setUp({ a: 1 }).hook.result.current.text).toBe('{\n  "a": 1\n}'))

  it('leaves what was typed as it was typed while it means the value', () => {
    const { hook, type, value } = setUp({ a: 1 })
    type('{ "a":2 }')
    expect(value()).toEqual({ a: 2 })
    expect(hook.result.current.text).toBe('{ "a":2 }')
  })

  it('keeps text that is no value yet, and leaves the value', () => {
    const { hook, type, value } = setUp({ a: 1 })
    type('{ "a":')
    expect(value()).toEqual({ a: 1 })
    expect(hook.result.current.text).toBe('{ "a":')
    expect(hook.result.current.problem).toEqual({ ok: false, why: 'syntax' })
  })

  it('keeps text whose value is not taken', () => {
    const { hook, type } = setUp({ a: 1 })
    type('5')
    expect(hook.result.current.text).toBe('5')
    expect(hook.result.current.problem).toEqual({ ok: true, value: 5 })
  })

  it('follows a value that changes elsewhere, also back to what it was', () => {
    const { hook, type, changeElsewhere } = setUp({ a: 1 })
    type('{"a":2}')
    changeElsewhere({ a: 1 })
    expect(hook.result.current.text).toBe('{\n  "a": 1\n}')
  })
})
