import type { KazooSchema } from '../kazoo-schema.ts'

export const voicemailKeys: KazooSchema = {
  _id: 'voicemail_keys',
  $schema: 'http://json-schema.org/draft-04/schema#',
  properties: {
    configure: { $ref: 'voicemail_keys.dtmf_key' },
    continue: { $ref: 'voicemail_keys.dtmf_key' },
    delete: { $ref: 'voicemail_keys.dtmf_key' },
    exit: { $ref: 'voicemail_keys.dtmf_key' },
    fastforward: { $ref: 'voicemail_keys.dtmf_key' },
    hear_new: { $ref: 'voicemail_keys.dtmf_key' },
    hear_saved: { $ref: 'voicemail_keys.dtmf_key' },
    keep: { $ref: 'voicemail_keys.dtmf_key' },
    listen: { $ref: 'voicemail_keys.dtmf_key' },
    login: { $ref: 'voicemail_keys.dtmf_key' },
    next: { $ref: 'voicemail_keys.dtmf_key' },
    operator: { $ref: 'voicemail_keys.dtmf_key' },
    prev: { $ref: 'voicemail_keys.dtmf_key' },
    rec_name: { $ref: 'voicemail_keys.dtmf_key' },
    rec_unavailable: { $ref: 'voicemail_keys.dtmf_key' },
    record: { $ref: 'voicemail_keys.dtmf_key' },
    replay: { $ref: 'voicemail_keys.dtmf_key' },
    return_main: { $ref: 'voicemail_keys.dtmf_key' },
    rewind: { $ref: 'voicemail_keys.dtmf_key' },
    save: { $ref: 'voicemail_keys.dtmf_key' },
    set_pin: { $ref: 'voicemail_keys.dtmf_key' },
  },
}
