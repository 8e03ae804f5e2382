export const schema = {
  properties: {
    enable: { type: 'boolean', default: false },
  },
}
