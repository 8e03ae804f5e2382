import type { KazooSchema } from '../../kazoo-schema.ts'

export const notifyVoicemailDeleted: KazooSchema = {
  _id: 'system_config.notify.voicemail_deleted',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    html_content_transfer_encoding: { type: 'string', default: '7BIT' },
    text_content_transfer_encoding: { type: 'string', default: '7BIT' },
  },
}
