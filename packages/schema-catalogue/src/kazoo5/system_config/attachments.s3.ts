export const schema = {
  properties: { allow_metadata_credentials: { type: 'boolean', default: false } },
}
