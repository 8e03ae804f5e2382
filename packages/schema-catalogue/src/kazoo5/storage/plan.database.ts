import { changes as ofType } from './plan.database.document.ts'

/** The rule of a class gets what the rule of a type gets. */
export const changes = {
  properties: {
    ...ofType.properties,
    types: {
      properties: null,
      patternProperties: { '[a-z_]+': { $ref: 'storage.plan.database.document' } },
    },
  },
}
