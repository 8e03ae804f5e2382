/** Crossbar's spelling of a path in error bodies: keys joined by dots, dots inside a key as `%2E`. */
export function dottedPath(path: readonly string[]): string {
  return path.map((key) => key.replaceAll('.', '%2E')).join('.')
}

/** The keys of a dotted path; `''` is the document itself. */
export function parseDottedPath(path: string): string[] {
  return path === '' ? [] : path.split('.').map((key) => key.replaceAll('%2E', '.'))
}
