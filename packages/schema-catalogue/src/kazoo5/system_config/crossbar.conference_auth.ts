import type { KazooSchema } from '../../kazoo-schema.ts'

export const crossbarConferenceAuth: KazooSchema = {
  _id: 'system_config.crossbar.conference_auth',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    conference_public_domain: { type: 'string' },
    invite_link_allowed_scope: { type: 'string', default: 'crossbar:conference_join' },
  },
}
