export const changes = { properties: { clock_timezone: { $ref: 'timezone' } } }
