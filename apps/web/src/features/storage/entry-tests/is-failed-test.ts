import type { ValidationErrors } from '@strata/api-types'

/** Whether a refusal says only that back-ends failed their test: the document itself is fine. */
export function isFailedTest(errors: ValidationErrors): boolean {
  const all = Object.entries(errors)
  return (
    all.length > 0 &&
    all.every(([path, { invalid }]) => path.startsWith('attachments.') && invalid?.error_code !== undefined)
  )
}
