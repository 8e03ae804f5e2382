import type { KazooSchema } from '../../kazoo-schema.ts'

export const crossbarCallReports: KazooSchema = {
  _id: 'system_config.crossbar.call_reports',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  required: ['allowed_types'],
  properties: {
    allowed_types: {
      type: 'array',
      default: [
        { id: 'dropped_call', name: 'Dropped call' },
        { id: 'one_way_audio', name: 'One-way audio' },
        { id: 'broken_audio', name: 'Broken audio or bad sound' },
        { id: 'other', name: 'Other' },
      ],
      items: {
        type: 'object',
        required: ['id', 'name'],
        properties: { id: { type: 'string' }, name: { type: 'string' } },
      },
    },
  },
}
