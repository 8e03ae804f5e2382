import type { KazooSchema } from '../../kazoo-schema.ts'

export const teletype: KazooSchema = {
  _id: 'system_config.teletype',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    iterate_over_bcc: { type: 'boolean', default: true },
    notice_enabled_by_default: { type: 'boolean', default: true },
    render_farm_workers: { type: 'integer', default: 50 },
  },
}
