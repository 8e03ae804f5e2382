import type { ValidationErrors } from '@strata/api-types'
import { formatPointer } from '@strata/json'
import type { FormError } from './form-error.ts'

/** The server's errors (dotted paths, a dot inside a key as `%2E`) as pointers into the document it was sent. */
export function fromValidationErrors(errors: ValidationErrors): FormError[] {
  return Object.entries(errors).flatMap(([path, keywords]) =>
    Object.values(keywords).map(({ message }) => ({
      pointer: formatPointer(path === '' ? [] : path.split('.').map((token) => token.replaceAll(/%2E/gi, '.'))),
      message: typeof message === 'string' ? message : '',
    })),
  )
}
