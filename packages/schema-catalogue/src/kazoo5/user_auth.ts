export const changes = {
  properties: { account_id: { type: 'string', maxLength: 32, minLength: 32 } },
}
