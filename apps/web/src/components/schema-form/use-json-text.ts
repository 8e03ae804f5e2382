import { deepEqual, type JsonValue } from '@strata/json'
import { useState } from 'react'
import { type ParsedJson, parseJson } from './parse-json.ts'

/** What a text says, or why it says nothing that may be taken. */
export type JsonReading<Value, Problem> = { readonly ok: Value } | { readonly problem: Problem }

interface JsonTextRules<Value, Problem> {
  readonly read: (parsed: ParsedJson) => JsonReading<Value, Problem>
  /** Told whenever the text says something that may be taken. */
  readonly onChange: (value: Value) => void
}

export interface JsonText<Problem> {
  readonly text: string
  readonly setText: (text: string) => void
  /** Why the text says nothing that may be taken. */
  readonly problem: Problem | undefined
  /** Lets go of what was typed. */
  readonly reset: () => void
}

interface Typed<Value> {
  readonly text: string
  readonly parsed: ParsedJson
  /** The value with which the text stands: what it says, or what was there when it said nothing to be taken. */
  readonly stands: Value
}

/**
 * A value as text that can be edited.
 * - what was typed stays as typed as long as the value is what it says, or what it was when the text said nothing
 * - when the value changes from elsewhere, the text follows: finished on top of it, it would undo what that brought
 */
export function useJsonText<Value extends JsonValue | undefined, Problem>(
  value: Value,
  { read, onChange }: JsonTextRules<Value, Problem>,
): JsonText<Problem> {
  const [typed, setTyped] = useState<Typed<Value>>()
  const kept = typed !== undefined && deepEqual(typed.stands, value) ? typed : undefined
  const reading = read(kept?.parsed ?? { ok: true, value })
  return {
    text: kept?.text ?? (value === undefined ? '' : JSON.stringify(value, null, 2)),
    problem: 'problem' in reading ? reading.problem : undefined,
    setText(text) {
      const parsed = parseJson(text)
      const said = read(parsed)
      setTyped({ text, parsed, stands: 'ok' in said ? said.ok : value })
      if ('ok' in said) onChange(said.ok)
    },
    reset: () => setTyped(undefined),
  }
}
