import type { KazooSchema } from '../../kazoo-schema.ts'

export const interaction: KazooSchema = {
  _id: 'system_config.interaction',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: { process_conference: { type: 'boolean', default: true } },
}
