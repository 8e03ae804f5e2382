import { deepEqual, isJsonObject, type JsonObject } from '@strata/json'
import { useState } from 'react'
import { parseJson } from '#web/components/schema-form/parse-json.ts'

export interface JsonText {
  readonly text: string
  /** Why the text is no document yet. */
  readonly problem: 'unreadable' | 'notObject' | undefined
  readonly type: (text: string) => void
  /** Lets go of a text that is no document. */
  readonly reset: () => void
}

/** A document as text, kept in step with the form both ways; text that is no document yet stays as it was typed. */
export function useJsonText(fields: JsonObject, onChange: (fields: JsonObject) => void): JsonText {
  const [typed, setTyped] = useState<string>()
  const read = typed === undefined ? undefined : readDocument(typed)
  const isCurrent = read !== undefined && (read.fields === undefined || deepEqual(read.fields, fields))
  return {
    text: typed !== undefined && isCurrent ? typed : JSON.stringify(fields, null, 2),
    problem: isCurrent ? read.problem : undefined,
    type(text) {
      setTyped(text)
      const { fields: next } = readDocument(text)
      if (next !== undefined && !deepEqual(next, fields)) onChange(next)
    },
    reset: () => setTyped(undefined),
  }
}

function readDocument(text: string): { fields?: JsonObject; problem?: 'unreadable' | 'notObject' } {
  const parsed = parseJson(text)
  if (!parsed.ok) return { problem: 'unreadable' }
  if (parsed.value === undefined) return { fields: {} }
  return isJsonObject(parsed.value) ? { fields: parsed.value } : { problem: 'notObject' }
}
