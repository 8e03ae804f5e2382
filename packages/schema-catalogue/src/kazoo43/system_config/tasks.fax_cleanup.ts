export const schema = {
  properties: {
    enabled: { type: 'boolean', default: true },
    page_size: { type: 'integer', default: 32 },
    per_page_pause_ms: { type: 'integer', default: 1000 },
    stale_after_s: { type: 'integer', default: 604800 },
  },
}
