export const changes = {
  properties: {
    settings: { required: ['bucket'], properties: { tags_key_path: { type: 'array', items: { type: 'string' } } } },
  },
}
