import type { KazooSchema } from '../kazoo-schema.ts'

export const systemConfigs: KazooSchema = {
  _id: 'system_configs',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  required: ['default'],
  properties: {
    default: { type: 'object', default: {} },
  },
  patternProperties: {
    '(?!id\\b)(?!default\\b)^.+@.+$': { name: 'node', type: 'object' },
    '(?!id\\b)(?!default\\b)^[a-zA-Z0-9.]+$': { name: 'zone', type: 'object' },
  },
}
