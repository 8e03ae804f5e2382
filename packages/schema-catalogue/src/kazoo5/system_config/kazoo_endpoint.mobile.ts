export const changes = {
  properties: { custom_sip_headers: { type: 'object', default: {} } },
}
