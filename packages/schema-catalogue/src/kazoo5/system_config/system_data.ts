export const changes = {
  properties: { attachment_delete_enabled: { type: 'boolean', default: false } },
}
