import { changed } from '../../changed.ts'
import type { KazooSchema } from '../../kazoo-schema.ts'
import { storagePlan } from '../../kazoo43/storage/plan.ts'

export const storagePlan5: KazooSchema = changed(storagePlan, {
  properties: { yodb: { $ref: 'storage.plan.database' } },
})
