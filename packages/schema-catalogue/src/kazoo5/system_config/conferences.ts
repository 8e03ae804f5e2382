export const changes = {
  properties: {
    controls: {
      properties: {
        paging: {
          type: 'array',
          items: { type: 'object', properties: { action: { type: 'string' }, digits: { type: 'string' } } },
        },
        video: {
          type: 'array',
          items: { type: 'object', properties: { action: { type: 'string' }, digits: { type: 'string' } } },
        },
      },
      patternProperties: { '.+': { type: 'object' } },
    },
    inter_server_extension: { type: 'string', default: 'conference' },
    profiles: { properties: { video: { type: 'object' } }, patternProperties: { '.+': { type: 'object' } } },
  },
}
