export const schema = {
  properties: {
    generate_password_if_empty: { type: 'boolean', default: false },
    generate_username_if_empty: { type: 'boolean', default: true },
    reset_identity_secret_on_rehash: { type: 'boolean', default: true },
  },
}
