import { cdr } from '../../kazoo43/system_config/cdr.ts'
import { changed } from '../../changed.ts'
import type { KazooSchema } from '../../kazoo-schema.ts'

export const cdr5: KazooSchema = changed(cdr, {
  properties: {
    cdr_handler: { type: 'string', default: 'cdr_report' },
    ignore_reorder_reasons: {
      type: 'array',
      default: [],
      items: { type: 'string', enum: ['known_number', 'unknown_number'] },
    },
  },
})
