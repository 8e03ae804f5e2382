import type { KazooSchema } from '../../kazoo-schema.ts'

export const sysconf: KazooSchema = {
  _id: 'system_config.sysconf',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    acl_request_timeout_fudge_ms: { type: 'integer', default: 100 },
    acl_request_timeout_ms: { type: 'integer', default: 2000 },
  },
}
