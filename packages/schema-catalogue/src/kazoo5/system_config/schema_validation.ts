export const schema = {
  properties: {
    validate_dns_records: { type: 'boolean', default: true },
    validate_ip_addresses: { type: 'boolean', default: true },
    validate_ports: { type: 'boolean', default: true },
    validate_sip_hosts: { type: 'boolean', default: true },
  },
}
