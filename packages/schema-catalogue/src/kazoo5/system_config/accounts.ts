import { accounts } from '../../kazoo43/system_config/accounts.ts'
import { changed } from '../../changed.ts'
import type { KazooSchema } from '../../kazoo-schema.ts'

export const accounts5: KazooSchema = changed(accounts, { properties: { default_timezone: { $ref: 'timezone' } } })
