import type { KazooSchema } from '../kazoo-schema.ts'

export const apiAuth: KazooSchema = {
  _id: 'api_auth',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  required: ['api_key'],
  properties: {
    api_key: { type: 'string', maxLength: 64, minLength: 64 },
  },
  additionalProperties: false,
}
