import { kazooEndpoint } from '../../kazoo43/system_config/kazoo_endpoint.ts'
import { changed } from '../../changed.ts'
import type { KazooSchema } from '../../kazoo-schema.ts'

export const kazooEndpoint5: KazooSchema = changed(kazooEndpoint, {
  properties: {
    default_call_limits: { type: 'object', default: {} },
    default_caller_id_number: { default: 'anonymous' },
    default_cavs: { type: 'object' },
    default_ccvs: { type: 'object' },
    endpoint_module_version: { type: 'string', default: 'v5' },
  },
})
