export const schema = {
  properties: {
    accept_prompt: { type: 'string', default: 'tone_stream://%(250,50,440)' },
    default_prompt: { type: 'string', default: 'dynamic-cid-enter_cid' },
    max_digits: { type: 'integer', default: 10 },
    min_digits: { type: 'integer', default: 10 },
    reject_prompt: { type: 'string', default: 'dynamic-cid-invalid_using_default' },
    whitelist_regex: { type: 'string', default: '\\d+' },
  },
}
