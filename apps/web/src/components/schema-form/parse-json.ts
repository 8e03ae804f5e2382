import type { JsonValue } from '@strata/json'
import { beyondForms } from './beyond-forms.ts'

/** Why a text is not taken: it is no JSON (yet), is nested too deeply, or has a key or number that cannot be stored. */
export type NotTaken = 'syntax' | 'nesting' | 'prototype' | 'number'

export type ParsedJson =
  | { readonly ok: true; readonly value: JsonValue | undefined }
  | { readonly ok: false; readonly why: NotTaken }

/** Text read as JSON; blank text says nothing at all. */
export function parseJson(text: string): ParsedJson {
  if (text.trim() === '') return { ok: true, value: undefined }
  try {
    // JSON.parse gives JSON.
    const value = JSON.parse(text) as JsonValue
    const beyond = beyondForms(value)
    if (beyond?.why === 'nesting') return { ok: false, why: 'nesting' }
    if (beyond?.name === '__proto__') return { ok: false, why: 'prototype' }
    if (isTooLarge(value)) return { ok: false, why: 'number' }
    return { ok: true, value }
  } catch {
    return { ok: false, why: 'syntax' }
  }
}

/** Whether it has a number such as 1e999, which would be sent as null. */
function isTooLarge(value: JsonValue): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).some(isTooLarge)
  return typeof value === 'number' && !Number.isFinite(value)
}
