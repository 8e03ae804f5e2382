export const schema = {
  properties: {
    assume_inbound_e164: { type: 'boolean', default: false },
    known_number: {
      type: 'object',
      properties: {
        action: { type: 'string', default: 'respond', enum: ['respond', 'transfer', 'bridge'] },
        bridge_account_id: { type: 'string' },
        bridge_device_id: { type: 'string' },
        response_code: { type: 'string', default: '686' },
        response_message: { type: 'string', default: 'PICNIC' },
        transfer_target: { type: 'string' },
      },
    },
    unknown_number: {
      type: 'object',
      properties: {
        action: { type: 'string', default: 'respond', enum: ['respond', 'transfer', 'bridge'] },
        bridge_account_id: { type: 'string' },
        bridge_device_id: { type: 'string' },
        response_code: { type: 'string', default: '604' },
        response_message: { type: 'string', default: 'Nope Nope Nope' },
        transfer_target: { type: 'string' },
      },
    },
  },
}
