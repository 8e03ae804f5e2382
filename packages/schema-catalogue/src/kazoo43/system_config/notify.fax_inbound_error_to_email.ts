import type { KazooSchema } from '../../kazoo-schema.ts'

export const notifyFaxInboundErrorToEmail: KazooSchema = {
  _id: 'system_config.notify.fax_inbound_error_to_email',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    default_enabled: { type: 'boolean', default: false },
    filter_error_codes: { type: 'array', default: ['0', '49'], items: { type: 'string' } },
  },
}
