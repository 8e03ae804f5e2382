import type { KazooSchema } from '../../kazoo-schema.ts'

export const crossbarBraintree: KazooSchema = {
  _id: 'system_config.crossbar.braintree',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    max_account_credit: { type: 'number', default: 500 },
  },
}
