export const schema = {
  type: 'object',
  properties: {
    attachments: { $ref: 'storage.attachments' },
    connections: { $ref: 'storage.connections' },
    id: { type: 'string' },
    plan: { $ref: 'storage.plan' },
  },
  patternProperties: {
    '^_': { oneOf: [{ type: 'boolean' }, { type: 'integer' }, { type: 'object' }, { type: 'string' }] },
    '^pvt_': { oneOf: [{ type: 'boolean' }, { type: 'integer' }, { type: 'string' }] },
  },
}
