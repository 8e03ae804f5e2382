export { catalogue } from './catalogue.ts'
export type { KazooSchema } from './kazoo-schema.ts'
