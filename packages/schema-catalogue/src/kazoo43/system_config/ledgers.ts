export const schema = {
  properties: {
    registered_ledgers: {
      type: 'array',
      default: [
        { friendly_name: 'Per Minute VoIP', name: 'per-minute-voip' },
        { friendly_name: 'Mobile Data (100mB)', name: 'mobile_data' },
        { friendly_name: 'Support', name: 'support' },
        { friendly_name: 'ASR Transcriptions', name: 'asr-transcriptions' },
      ],
      items: { type: 'object' },
    },
    rollover_monthly_balance: { type: 'boolean', default: true },
  },
}
