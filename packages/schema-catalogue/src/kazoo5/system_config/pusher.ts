export const changes = {
  properties: { apple: { properties: { keepalive_m: { type: 'integer', default: 15 } } } },
}
