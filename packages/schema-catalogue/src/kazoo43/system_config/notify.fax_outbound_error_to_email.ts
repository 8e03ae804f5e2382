import type { KazooSchema } from '../../kazoo-schema.ts'

export const notifyFaxOutboundErrorToEmail: KazooSchema = {
  _id: 'system_config.notify.fax_outbound_error_to_email',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    default_enabled: { type: 'boolean', default: true },
  },
}
