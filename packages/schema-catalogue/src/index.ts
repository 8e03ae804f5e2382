export { catalogueOf } from './catalogue.ts'
export type { KazooSchema } from './kazoo-schema.ts'
export { type KazooVersion, kazooVersions } from './kazoo-version.ts'
