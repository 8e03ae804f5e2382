import type { KazooSchema } from '../../kazoo-schema.ts'

export const duoUniversal: KazooSchema = {
  _id: 'system_config.duo.universal',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    api_hostname: { type: 'string' },
    client_id: { type: 'string' },
    client_secret: { type: 'string' },
    redirect_uri: { type: 'string' },
  },
}
