import { stepswitch } from '../../kazoo43/system_config/stepswitch.ts'
import { changed } from '../../changed.ts'
import type { KazooSchema } from '../../kazoo-schema.ts'

export const stepswitch5: KazooSchema = changed(stepswitch, {
  properties: {
    default_fail_on_single_reject: {
      type: 'array',
      default: ['USER_BUSY', 'CALL_REJECTED', 'NO_ANSWER'],
      items: { type: 'string' },
    },
    min_shortdial_destination: { type: 'integer', minimum: 1 },
    should_enforce_account_cid: { type: 'boolean', default: false },
  },
})
