import type { KazooSchema } from '../../kazoo-schema.ts'

export const callflowResources: KazooSchema = {
  _id: 'system_config.callflow.resources',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    default_asserted_identity: { type: 'boolean', default: false },
    default_emit_account_id: { type: 'boolean', default: false },
  },
}
