import type { KazooSchema } from '../../kazoo-schema.ts'

export const notifyDeregister: KazooSchema = {
  _id: 'system_config.notify.deregister',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    default_to: { default: '', oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
    html_content_transfer_encoding: { type: 'string', default: '7BIT' },
    text_content_transfer_encoding: { type: 'string', default: '7BIT' },
  },
}
