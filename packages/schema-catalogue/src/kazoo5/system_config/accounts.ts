export const changes = { properties: { default_timezone: { $ref: 'timezone' } } }
