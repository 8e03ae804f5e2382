/** Texts of the forms made from schemas. */
export const schemaForm = {} as const
