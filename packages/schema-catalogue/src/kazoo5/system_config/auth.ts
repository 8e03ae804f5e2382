import { auth } from '../../kazoo43/system_config/auth.ts'
import { changed } from '../../changed.ts'
import type { KazooSchema } from '../../kazoo-schema.ts'

export const auth5: KazooSchema = changed(auth, {
  properties: {
    qrcode_initial_counter: { type: 'integer', default: 2600 },
    qrcode_issuer: { type: 'string', default: 'KAZOO' },
    qrcode_key_type: { type: 'string', default: 'totp' },
    totp_period_s: { type: 'integer', default: 30 },
  },
})
