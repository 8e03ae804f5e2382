export const schema = {
  type: 'object',
  properties: {
    account: { $ref: 'storage.plan.database' },
    aggregate: { $ref: 'storage.plan.database' },
    modb: { $ref: 'storage.plan.database' },
    system: { $ref: 'storage.plan.database' },
  },
  additionalProperties: false,
}
