export const changes = {
  properties: {
    default_privacy_realm: { type: 'string', default: 'anonymous.invalid' },
    should_hide_realm: { type: 'boolean', default: false },
  },
}
