import type { KazooSchema } from '../../kazoo-schema.ts'

export const qubicle: KazooSchema = {
  _id: 'system_config.qubicle',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    enable_event_call_props: { type: 'boolean', default: false },
  },
}
