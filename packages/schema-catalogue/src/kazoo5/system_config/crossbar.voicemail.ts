export const changes = {
  properties: {
    should_restrict_access_to_owner: { type: 'boolean', default: false },
    should_restrict_access_to_unowned: { type: 'boolean', default: false },
  },
}
