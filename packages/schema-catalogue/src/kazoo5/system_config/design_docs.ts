import type { KazooSchema } from '../../kazoo-schema.ts'

export const designDocs: KazooSchema = {
  _id: 'system_config.design_docs',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    classifications: { type: 'object' },
    options: { type: 'object', default: { autoupdate: false } },
    views: { type: 'object' },
  },
}
