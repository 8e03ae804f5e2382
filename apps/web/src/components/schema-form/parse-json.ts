import type { JsonValue } from '@strata/json'

export type ParsedJson = { readonly ok: true; readonly value: JsonValue | undefined } | { readonly ok: false }

/** Text read as JSON; blank text says nothing at all. */
export function parseJson(text: string): ParsedJson {
  if (text.trim() === '') return { ok: true, value: undefined }
  try {
    // JSON.parse gives JSON.
    return { ok: true, value: JSON.parse(text) as JsonValue }
  } catch {
    return { ok: false }
  }
}
