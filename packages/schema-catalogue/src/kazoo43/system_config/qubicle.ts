export const schema = {
  properties: {
    enable_event_call_props: { type: 'boolean', default: false },
  },
}
