import { changed } from '../../changed.ts'
import type { KazooSchema } from '../../kazoo-schema.ts'
import { storagePlanDatabaseDocument } from '../../kazoo43/storage/plan.database.document.ts'
import { routing } from './routing.ts'

export const storagePlanDatabaseDocument5: KazooSchema = changed(storagePlanDatabaseDocument, { properties: routing })
