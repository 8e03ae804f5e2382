export const schema = {
  properties: {
    clock_timezone: { type: 'string', default: 'UTC' },
  },
}
