export const changes = {
  properties: {
    default_fail_on_single_reject: {
      type: 'array',
      default: ['USER_BUSY', 'CALL_REJECTED', 'NO_ANSWER'],
      items: { type: 'string' },
    },
    min_shortdial_destination: { type: 'integer', minimum: 1 },
    should_enforce_account_cid: { type: 'boolean', default: false },
  },
}
