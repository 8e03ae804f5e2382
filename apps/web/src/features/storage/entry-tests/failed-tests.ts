import type { StorageTestError, ValidationErrors } from '@strata/api-types'

/** The back-ends that a refusal says did not stand their test, by their ids. */
export function failedTests(errors: ValidationErrors): [id: string, error: StorageTestError][] {
  return Object.entries(errors).flatMap(([path, { invalid }]) => {
    const [map, id = '', ...rest] = path.split('.')
    if (map !== 'attachments' || rest.length > 0 || typeof invalid?.error_code !== 'number') return []
    const { error_code, error_body = null, message } = invalid
    return [[id, { error_code, error_body, message: typeof message === 'string' ? message : '' }]]
  })
}

/** Whether a refusal says only that back-ends failed their test: the document itself is fine. */
export function isFailedTest(errors: ValidationErrors): boolean {
  const all = Object.entries(errors)
  return (
    all.length > 0 &&
    all.every(([path, { invalid }]) => path.startsWith('attachments.') && invalid?.error_code !== undefined)
  )
}
