export const schema = {
  properties: {
    max_account_credit: { type: 'number', default: 500 },
  },
}
