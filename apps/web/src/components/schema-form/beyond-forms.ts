import { isJsonObject, type JsonValue } from '@strata/json'

/** The server takes 64 levels of a whole request; some of them stand around the value. */
const mostLevels = 56

/** Why a value can be kept and read as JSON, but not be shown by a form. */
export type BeyondForms = { readonly why: 'nesting' } | { readonly why: 'name'; readonly name: string }

/**
 * What of a value no form shows.
 * - nesting of more than 56 levels: a form draws each inside the other
 * - keys that every JavaScript object has without being given them, such as `constructor`: the form library takes them
 *   for values that are there
 */
export function beyondForms(value: JsonValue | undefined, levels = mostLevels): BeyondForms | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (levels === 0) return { why: 'nesting' }
  if (isJsonObject(value)) {
    const name = Object.keys(value).find((key) => key in {})
    if (name !== undefined) return { why: 'name', name }
  }
  for (const member of Object.values(value)) {
    const found = beyondForms(member, levels - 1)
    if (found !== undefined) return found
  }
  return undefined
}
