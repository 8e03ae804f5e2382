export const changes = {
  properties: { inbound_user_field: { type: 'string', default: 'Request' } },
}
