import { changed } from '../changed.ts'
import type { KazooSchema } from '../kazoo-schema.ts'
import { authModuleConfig } from '../kazoo43/auth_module_config.ts'

export const authModuleConfig5: KazooSchema = changed(authModuleConfig, {
  properties: { scopes: { type: 'array', default: [], items: { type: 'string' } } },
})
