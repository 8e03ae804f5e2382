export const changes = {
  properties: {
    channel_events: { type: 'object' },
    mms_number_format_regex: { type: 'string' },
    sms_number_format_regex: { type: 'string' },
  },
}
