import { kazooEndpointMobile } from '../../kazoo43/system_config/kazoo_endpoint.mobile.ts'
import { changed } from '../../changed.ts'
import type { KazooSchema } from '../../kazoo-schema.ts'

export const kazooEndpointMobile5: KazooSchema = changed(kazooEndpointMobile, {
  properties: { custom_sip_headers: { type: 'object', default: {} } },
})
