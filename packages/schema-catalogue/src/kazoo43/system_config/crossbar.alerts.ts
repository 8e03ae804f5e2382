export const schema = {
  properties: {
    check_financials: { type: 'boolean', default: true },
    check_low_balance: { type: 'boolean', default: true },
    check_payment_token: { type: 'boolean', default: true },
    check_port_action_required: { type: 'boolean', default: true },
    check_port_requests: { type: 'boolean', default: true },
    check_port_suspended: { type: 'boolean', default: true },
    check_system_alerts: { type: 'boolean', default: true },
  },
}
