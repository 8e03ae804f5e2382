export const schema = {
  properties: {
    allow_aggregates: { type: 'boolean', default: true },
    provisioner_host: { type: 'string' },
    provisioner_referer: { type: 'string' },
    provisioning_host: { type: 'string' },
    provisioning_referer: { type: 'string' },
    provisioning_type: { type: 'string' },
    provisioning_url: { type: 'string' },
  },
}
