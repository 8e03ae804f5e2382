export const schema = {
  properties: {
    stop_after: { type: 'integer', default: 31 },
    timeout: { type: 'integer', default: 15 },
    tries: { type: 'integer', default: 10 },
    try_interval: { type: 'integer', default: 3 },
  },
}
