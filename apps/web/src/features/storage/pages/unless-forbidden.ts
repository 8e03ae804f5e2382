import { ApiError } from '#web/lib/api-error.ts'

/**
 * An error of what a page merely tells beside its document. A caller may reach an account's storage without being allowed
 * to read the account: then the page does without its name.
 */
export function unlessForbidden(error: Error | null): Error | null {
  return error instanceof ApiError && error.kind === 'forbidden' ? null : error
}
