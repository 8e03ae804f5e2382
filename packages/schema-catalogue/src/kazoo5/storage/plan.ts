export const changes = {
  properties: { yodb: { $ref: 'storage.plan.database' } },
}
