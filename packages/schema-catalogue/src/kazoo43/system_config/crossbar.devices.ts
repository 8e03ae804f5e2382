import type { KazooSchema } from '../../kazoo-schema.ts'

export const crossbarDevices: KazooSchema = {
  _id: 'system_config.crossbar.devices',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    allow_aggregates: { type: 'boolean', default: true },
    provisioner_host: { type: 'string' },
    provisioner_referer: { type: 'string' },
    provisioning_host: { type: 'string' },
    provisioning_referer: { type: 'string' },
    provisioning_type: { type: 'string' },
    provisioning_url: { type: 'string' },
  },
}
