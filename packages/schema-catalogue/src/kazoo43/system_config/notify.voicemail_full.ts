import type { KazooSchema } from '../../kazoo-schema.ts'

export const notifyVoicemailFull: KazooSchema = {
  _id: 'system_config.notify.voicemail_full',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    default_enabled: { type: 'boolean', default: false },
    default_to: {
      oneOf: [
        { type: 'array', items: { type: 'string', format: 'email' } },
        { type: 'string', format: 'email' },
      ],
    },
  },
}
