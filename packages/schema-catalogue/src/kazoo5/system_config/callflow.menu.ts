export const changes = {
  properties: {
    branch_extension: { type: 'boolean', default: true, support_level: 'supported' },
    max_wait_for_attachments_ms: { type: 'integer', default: 5000 },
  },
}
