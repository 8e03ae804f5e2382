import type { JsonValue } from '@strata/json'
import { isSecretMarker, shortFingerprint } from '#web/components/schema-form/secret-marker.ts'

const LONGEST = 40

/** A value in a few characters, for a line of text. `words` says what has no characters of its own. */
export function valueText(value: JsonValue, words: { on: string; off: string; empty: string }): string {
  if (isSecretMarker(value)) return `#${shortFingerprint(value)}`
  if (typeof value === 'boolean') return value ? words.on : words.off
  if (value === '') return words.empty
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return shortened(`[${value.join(', ')}]`)
  return shortened(typeof value === 'string' ? value : JSON.stringify(value))
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}
