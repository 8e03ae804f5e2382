import { crossbarPhoneNumbers } from '../../kazoo43/system_config/crossbar.phone_numbers.ts'
import { changed } from '../../changed.ts'
import type { KazooSchema } from '../../kazoo-schema.ts'

export const crossbarPhoneNumbers5: KazooSchema = changed(crossbarPhoneNumbers, {
  properties: {
    collection_batch_run_threshold: { default: 'infinity', oneOf: [{ type: 'integer' }, { type: 'string' }] },
  },
})
