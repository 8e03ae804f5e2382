import { deepEqual, type JsonValue } from '@strata/json'
import { useState } from 'react'
import { type ParsedJson, parseJson } from './parse-json.ts'

interface JsonText {
  readonly text: string
  readonly setText: (text: string) => void
  /** What the text says. */
  readonly parsed: ParsedJson
}

interface Typed {
  readonly text: string
  readonly parsed: ParsedJson
  /** The value with which the text stands: what it says, or what was there when it said nothing to be taken. */
  readonly stands: JsonValue | undefined
}

/**
 * A value as text that can be edited.
 * - what was typed stays as typed as long as the value is what it says, or what it was when the text said nothing
 * - when the value changes from elsewhere, the text follows
 * `onValue` is told whenever the text says something, and answers whether it took that.
 */
export function useJsonText(
  value: JsonValue | undefined,
  onValue: (value: JsonValue | undefined) => boolean,
): JsonText {
  const [typed, setTyped] = useState<Typed>()
  const kept = typed !== undefined && deepEqual(typed.stands, value) ? typed : undefined
  return {
    text: kept?.text ?? (value === undefined ? '' : JSON.stringify(value, null, 2)),
    parsed: kept?.parsed ?? { ok: true, value },
    setText: (text) => {
      const parsed = parseJson(text)
      const isTaken = parsed.ok && onValue(parsed.value)
      setTyped({ text, parsed, stands: isTaken ? parsed.value : value })
    },
  }
}
