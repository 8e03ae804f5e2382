export const schema = {
  properties: {
    allow_peers: { type: 'boolean', default: false },
    job_recovery_threshold_s: { type: 'integer', default: 3600 },
    job_recovery_timeout_s: { type: 'integer', default: 21600 },
  },
}
