export const schema = {
  properties: {
    classifications: { type: 'object' },
    options: { type: 'object', default: { autoupdate: false } },
    views: { type: 'object' },
  },
}
