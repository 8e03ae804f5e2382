import { conferences } from '../../kazoo43/system_config/conferences.ts'
import { changed } from '../../changed.ts'
import type { KazooSchema } from '../../kazoo-schema.ts'

export const conferences5: KazooSchema = changed(conferences, {
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
})
