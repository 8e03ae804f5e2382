export const schema = {
  properties: {
    allowed_callee_regex: { type: 'string', default: '^\\+?\\d{7,}$' },
    callback_delay: { type: 'integer', default: 3 },
    cccp_cb_number: { type: 'string' },
    cccp_cc_number: { type: 'string' },
    last_number_redial_code: { type: 'string', default: '*0' },
    prompt_delay: { type: 'integer', default: 1 },
  },
}
