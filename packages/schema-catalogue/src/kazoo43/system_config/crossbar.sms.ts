export const schema = {
  properties: {
    api_e164_convert_from: { type: 'boolean', default: false },
    api_e164_convert_to: { type: 'boolean', default: false },
  },
}
