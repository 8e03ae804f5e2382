import { deepEqual, isJsonObject, type JsonObject } from '@strata/json'
import type { NotTaken, ParsedJson } from '#web/components/schema-form/parse-json.ts'
import { type JsonReading, type JsonText, useJsonText } from '#web/components/schema-form/use-json-text.ts'

/** Why a text is no document yet. */
type Problem = NotTaken | 'notObject'

export type DocumentText = JsonText<Problem>

/** A document as text, kept in step with the form both ways; an emptied text is an empty document. */
export function useDocumentText(fields: JsonObject, onChange: (fields: JsonObject) => void): DocumentText {
  return useJsonText(fields, {
    read: readDocument,
    onChange(next) {
      if (!deepEqual(next, fields)) onChange(next)
    },
  })
}

function readDocument(parsed: ParsedJson): JsonReading<JsonObject, Problem> {
  if (!parsed.ok) return { problem: parsed.why }
  if (parsed.value === undefined) return { ok: {} }
  return isJsonObject(parsed.value) ? { ok: parsed.value } : { problem: 'notObject' }
}
