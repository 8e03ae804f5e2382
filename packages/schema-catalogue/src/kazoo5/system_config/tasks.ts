import { tasks } from '../../kazoo43/system_config/tasks.ts'
import { changed } from '../../changed.ts'
import type { KazooSchema } from '../../kazoo-schema.ts'

export const tasks5: KazooSchema = changed(tasks, {
  properties: { archive_modb_before_delete: { type: 'boolean', default: true } },
})
