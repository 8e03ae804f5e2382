import { validationError } from '#bff/errors/app-error.ts'

/** The segments of a URL's path as they came; empty ones are dropped, as Crossbar does. */
export function rawSegments(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '')
}

/** The decoded segments of a URL's path. Throws `invalid` for a broken `%`. */
export function pathSegments(path: string): string[] {
  return rawSegments(path).map(decode)
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    const message = 'a % in the path is not followed by the code of a character'
    throw validationError({ path: { invalid: { message, target: 'path' } } })
  }
}
