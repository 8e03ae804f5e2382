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

/**
 * A document as text, kept in step with the form both ways; text that is no document yet stays as it was typed.
 * - it goes with the revision that it was typed on: finished on top of another one it would undo what that brought
 */
export function useJsonText(
  fields: JsonObject,
  revision: string | null,
  onChange: (fields: JsonObject) => void,
): JsonText {
  const [typing, setTyping] = useState<{ text: string; revision: string | null }>()
  const typed = typing?.revision === revision ? typing.text : undefined
  const read = typed === undefined ? undefined : readDocument(typed)
  const isCurrent = read !== undefined && (read.fields === undefined || deepEqual(read.fields, fields))
  return {
    text: typed !== undefined && isCurrent ? typed : JSON.stringify(fields, null, 2),
    problem: isCurrent ? read.problem : undefined,
    type(text) {
      setTyping({ text, revision })
      const { fields: next } = readDocument(text)
      if (next !== undefined && !deepEqual(next, fields)) onChange(next)
    },
    reset: () => setTyping(undefined),
  }
}

function readDocument(text: string): { fields?: JsonObject; problem?: 'unreadable' | 'notObject' } {
  const parsed = parseJson(text)
  if (!parsed.ok) return { problem: 'unreadable' }
  if (parsed.value === undefined) return { fields: {} }
  return isJsonObject(parsed.value) ? { fields: parsed.value } : { problem: 'notObject' }
}
