import type { KazooSchema } from '../../kazoo-schema.ts'

export const storageConnections: KazooSchema = {
  _id: 'storage.connections',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  patternProperties: {
    '^([a-z,0-9]){32}$': { oneOf: [{ $ref: 'storage.connection.couchdb' }] },
    local: { type: 'object' },
  },
}
