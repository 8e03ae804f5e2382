import { webhooks } from '../../kazoo43/system_config/webhooks.ts'
import { changed } from '../../changed.ts'
import type { KazooSchema } from '../../kazoo-schema.ts'

export const webhooks5: KazooSchema = changed(webhooks, {
  properties: {
    channel_events: { type: 'object' },
    mms_number_format_regex: { type: 'string' },
    sms_number_format_regex: { type: 'string' },
  },
})
