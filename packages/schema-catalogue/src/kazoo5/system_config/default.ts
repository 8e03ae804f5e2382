import type { KazooSchema } from '../../kazoo-schema.ts'

export const defaultCategory: KazooSchema = {
  _id: 'system_config.default',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    max_upload_size: { type: 'integer', default: 20 },
    smtp_max_msg_size: { type: 'integer', default: 20 },
  },
}
