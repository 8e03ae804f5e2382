export const schema = {
  properties: {
    default_ignore_completed_elsewhere: { type: 'boolean', default: true },
    restrict_to_known_types: { type: 'boolean', default: false },
  },
}
