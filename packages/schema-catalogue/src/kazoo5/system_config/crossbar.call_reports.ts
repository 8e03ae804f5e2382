export const schema = {
  required: ['allowed_types'],
  properties: {
    allowed_types: {
      type: 'array',
      default: [
        { id: 'dropped_call', name: 'Dropped call' },
        { id: 'one_way_audio', name: 'One-way audio' },
        { id: 'broken_audio', name: 'Broken audio or bad sound' },
        { id: 'other', name: 'Other' },
      ],
      items: {
        type: 'object',
        required: ['id', 'name'],
        properties: { id: { type: 'string' }, name: { type: 'string' } },
      },
    },
  },
}
