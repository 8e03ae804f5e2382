export const schema = {
  properties: {
    cycle_delay_time_ms: { type: 'integer', default: 300000 },
    max_doc_read: { type: 'integer', default: 20 },
    max_retries: { type: 'integer', default: 3 },
    publish_timeout_ms: { type: 'integer', default: 10000, minimum: 1 },
    reschedule_rules: {
      type: 'object',
      default: {
        voicemail_new: {
          rules: {
            after_15_mins: { attempt: 1, retries: 4, retry_after_s: 900 },
            after_45_mins: { attempt: 2, retries: 4, retry_after_s: 2700 },
            after_one_day: { attempt: 4, retries: 4, retry_after_s: 86400 },
            after_two_hours: { attempt: 3, retries: 4, retry_after_s: 7200 },
          },
        },
      },
    },
    retry_after_fudge_s: { type: 'integer', default: 600000 },
  },
}
