import { dottedPath } from '#bff/errors/dotted-path.ts'

/** Validation errors of a value as errors of what holds it at `base`. */
export function errorsBelow<Entry>(errors: Record<string, Entry>, base: readonly string[]): Record<string, Entry> {
  const start = dottedPath(base)
  return Object.fromEntries(
    Object.entries(errors).map(([path, entry]) => [path === '' ? start : `${start}.${path}`, entry]),
  )
}
