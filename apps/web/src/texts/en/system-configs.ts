/** Texts of the system config pages. */
export const systemConfigs = {} as const
