export const changes = {
  properties: { destroyed_channel_cleanup_ms: { type: 'integer', default: 5000 } },
}
