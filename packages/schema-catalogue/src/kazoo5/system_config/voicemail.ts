import type { KazooSchema } from '../../kazoo-schema.ts'

export const voicemail: KazooSchema = {
  _id: 'system_config.voicemail',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    after_forward_action: { type: 'string', default: 'save', enum: ['prompt', 'save'] },
    vm_message_forward_type: { type: 'string', default: 'only_forward', enum: ['only_forward', 'prepend_forward'] },
  },
}
