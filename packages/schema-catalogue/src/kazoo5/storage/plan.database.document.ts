const connection = { type: 'string', 'kazoo-validation': true }
const secondaryConnections = { type: 'array', items: connection }

const rule = {
  type: 'object',
  properties: {
    attachments: { $ref: 'storage.plan.database.attachment' },
    connection,
    secondary_connections: secondaryConnections,
  },
}

/** Rules by month and by name. */
export const changes = {
  properties: {
    range: { patternProperties: { '[0-9]{6}-[0-9]{6}': rule } },
    regex: { patternProperties: { '.+': rule } },
    secondary_connections: secondaryConnections,
  },
}
