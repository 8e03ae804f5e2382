export const schema = {
  properties: {
    migrate_current_version: { type: 'string', default: '3.22' },
  },
}
