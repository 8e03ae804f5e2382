import type { KazooSchema } from '../kazoo-schema.ts'

export const voicemailKeysDtmfKey: KazooSchema = {
  _id: 'voicemail_keys.dtmf_key',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'string',
  enum: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '*', '#'],
  maxLength: 1,
  minLength: 1,
}
