import type { JsonObject } from '@strata/json'
import { BackEndError } from '../back-end-error.ts'

/** A setting that must be there for anything to be tried. Throws `BackEndError`. */
export function requiredText(settings: JsonObject, name: string): string {
  const value = settings[name]
  if (typeof value === 'string' && value !== '') return value
  throw new BackEndError(`The setting '${name}' is missing.`)
}

/** An address made of settings. Throws `BackEndError`. */
export function toUrl(text: string | undefined): URL {
  if (text !== undefined && URL.canParse(text)) return new URL(text)
  throw new BackEndError('The settings make no address that could be reached.')
}
