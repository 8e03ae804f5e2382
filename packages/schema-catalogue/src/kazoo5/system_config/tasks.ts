export const changes = {
  properties: { archive_modb_before_delete: { type: 'boolean', default: true } },
}
