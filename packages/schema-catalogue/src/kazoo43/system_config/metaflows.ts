export const schema = {
  properties: {
    binding_digit: { type: 'string', default: '*' },
    default_metaflow: { type: 'object', default: {} },
    digit_timeout_ms: { type: 'integer', default: 800 },
    listen_on: { type: 'string', default: 'a' },
    numbers: { type: 'object', default: { '2': { data: { text: 'hi' }, module: 'say' } } },
    patterns: { type: 'object', default: { '^2$': { data: { text: 'hi' }, module: 'say' } } },
  },
}
