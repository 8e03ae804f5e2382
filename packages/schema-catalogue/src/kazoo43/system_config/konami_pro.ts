export const schema = {
  properties: {
    route_win_timeout: { type: 'integer', default: 3000 },
  },
}
