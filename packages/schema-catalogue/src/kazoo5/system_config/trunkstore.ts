import { trunkstore } from '../../kazoo43/system_config/trunkstore.ts'
import { changed } from '../../changed.ts'
import type { KazooSchema } from '../../kazoo-schema.ts'

export const trunkstore5: KazooSchema = changed(trunkstore, {
  properties: { default_caller_id_number: { default: 'anonymous' } },
})
