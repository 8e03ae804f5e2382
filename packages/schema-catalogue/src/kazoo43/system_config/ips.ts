export const schema = {
  properties: {
    zone_name_map: { type: 'object', default: {} },
  },
}
