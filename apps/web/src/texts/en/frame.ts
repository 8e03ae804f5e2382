/** Texts of the frame: rail, sign-in, palette, account picker, guards. */
export const frame = {
  product: 'Strata',
  areas: { storage: 'Storage', systemConfigs: 'System configs' },
} as const
