import type { KazooSchema } from '../../kazoo-schema.ts'

export const schemaValidation: KazooSchema = {
  _id: 'system_config.schema_validation',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    validate_dns_records: { type: 'boolean', default: true },
    validate_ip_addresses: { type: 'boolean', default: true },
    validate_ports: { type: 'boolean', default: true },
    validate_sip_hosts: { type: 'boolean', default: true },
  },
}
