import type { ValidatorType } from '@rjsf/utils'

/**
 * RJSF's validator where it only resolves schemas and draws fields.
 * - it asks `isValid` to guess the kind of a union, also of unions that no function is compiled for; our fields do not
 *   guess (see `variantsOf`), so nothing is valid to it
 * - it never validates: the page does, by `checkForm`
 */
export const noGuesses: ValidatorType = {
  isValid: () => false,
  rawValidation: () => ({ errors: [] }),
  validateFormData: () => ({ errors: [], errorSchema: {} }),
}
