import type { FormValidator } from './load-validator.ts'

/** The form of what no schema describes: any keys, nothing to check. */
export const freeForm: FormValidator = {
  schema: { type: 'object', properties: {} },
  validate: () => [],
  resolve: (schema) => schema,
}
