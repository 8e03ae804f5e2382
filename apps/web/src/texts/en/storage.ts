/** Texts of the storage pages. */
export const storage = {} as const
