export const schema = {
  type: 'object',
  patternProperties: {
    '^([a-z,0-9]){32}$': { oneOf: [{ $ref: 'storage.connection.couchdb' }] },
    local: { type: 'object' },
  },
}
