import type { JsonObject } from '@strata/json'

const connection = { type: 'string', 'kazoo-validation': true }
const secondaryConnections = { type: 'array', items: connection }

const rule: JsonObject = {
  type: 'object',
  properties: {
    attachments: { $ref: 'storage.plan.database.attachment' },
    connection,
    secondary_connections: secondaryConnections,
  },
}

/** What a rule of a plan has besides in KAZOO 5, be it the one of a class or of a type: rules by month and by name. */
export const routing: JsonObject = {
  range: { patternProperties: { '[0-9]{6}-[0-9]{6}': rule } },
  regex: { patternProperties: { '.+': rule } },
  secondary_connections: secondaryConnections,
}
