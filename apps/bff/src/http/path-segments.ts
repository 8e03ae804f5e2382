import { type AppError, validationError } from '#bff/errors.ts'

/**
 * The decoded segments of a URL's path; empty ones are dropped, as Crossbar does.
 * Throws `invalid` for a broken `%`, and for control characters: no name has them, and nobody sees them in a list.
 */
export function pathSegments(path: string): string[] {
  return path
    .split('/')
    .filter((segment) => segment !== '')
    .map(decode)
}

function decode(segment: string): string {
  const text = fromPercents(segment)
  if (/\p{Cc}/u.test(text)) throw invalid('a name in the path has a control character')
  return text
}

function fromPercents(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    throw invalid('a % in the path is not followed by the code of a character')
  }
}

function invalid(message: string): AppError {
  return validationError({ path: { invalid: { message, target: 'path' } } })
}
