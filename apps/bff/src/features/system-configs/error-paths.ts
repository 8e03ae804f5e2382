import { isJsonObject, type JsonObject } from '@strata/json'
import { AppError } from '#bff/errors/app-error.ts'
import { dottedPath } from '#bff/errors/dotted-path.ts'

/** Validation errors of a value as errors of the document that holds it at `base`. */
export function errorsBelow<Entry>(errors: Record<string, Entry>, base: readonly string[]): Record<string, Entry> {
  const start = dottedPath(base)
  return mapKeys(errors, (path) => (path === '' ? start : `${start}.${path}`))
}

/** The inverse of `errorsBelow`; errors of anything else keep their keys. */
export function errorsFrom<Entry>(errors: Record<string, Entry>, base: readonly string[]): Record<string, Entry> {
  const start = dottedPath(base)
  return mapKeys(errors, (path) => {
    if (path === start) return ''
    return path.startsWith(`${start}.`) ? path.slice(start.length + 1) : path
  })
}

/** Runs `act`; the body of a validation error that it throws is put through `map`. */
export async function mappingErrors<T>(act: () => Promise<T>, map: (errors: JsonObject) => JsonObject): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'invalid' || !isJsonObject(error.data)) throw error
    throw new AppError('invalid', error.message, { data: map(error.data) })
  }
}

function mapKeys<Entry>(errors: Record<string, Entry>, map: (path: string) => string): Record<string, Entry> {
  return Object.fromEntries(Object.entries(errors).map(([path, entry]) => [map(path), entry]))
}
