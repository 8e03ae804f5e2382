import { ApiError } from '#web/lib/api-error.ts'

/** Why nothing is known: an error beside what was known before takes nothing from it. */
export function whyMissing({ data, error }: { data: unknown; error: Error | null }): Error | null {
  return data === undefined ? error : null
}

/**
 * An error of what a page merely tells beside its document. A caller may reach an account's storage without being allowed
 * to read the account: then the page does without its name.
 */
export function unlessForbidden(error: Error | null): Error | null {
  return error instanceof ApiError && error.kind === 'forbidden' ? null : error
}
