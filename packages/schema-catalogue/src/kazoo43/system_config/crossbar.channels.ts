export const schema = {
  properties: {
    system_wide_channels_list: { type: 'boolean', default: false },
  },
}
