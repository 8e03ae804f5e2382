export const schema = {
  properties: {
    default_to: { default: '', oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
    send_from_admin_email: { type: 'boolean', default: true },
  },
}
