export const schema = {
  properties: {
    default_asserted_identity: { type: 'boolean', default: false },
    default_emit_account_id: { type: 'boolean', default: false },
  },
}
