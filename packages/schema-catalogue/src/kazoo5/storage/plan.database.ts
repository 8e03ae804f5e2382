import { changed } from '../../changed.ts'
import type { KazooSchema } from '../../kazoo-schema.ts'
import { storagePlanDatabase } from '../../kazoo43/storage/plan.database.ts'
import { routing } from './routing.ts'

export const storagePlanDatabase5: KazooSchema = changed(storagePlanDatabase, {
  properties: {
    ...routing,
    types: {
      properties: null,
      patternProperties: { '[a-z_]+': { $ref: 'storage.plan.database.document' } },
    },
  },
})
