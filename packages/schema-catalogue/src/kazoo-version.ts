/** The versions of KAZOO that the catalogue has the schemas of. */
export const kazooVersions = ['4.3', '5'] as const

export type KazooVersion = (typeof kazooVersions)[number]
