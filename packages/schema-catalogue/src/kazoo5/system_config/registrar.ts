export const changes = {
  properties: {
    access_control: {
      type: 'object',
      properties: {
        default: { $ref: 'system_config.registrar.auth_type', type: 'object', default: { allow: [], deny: [] } },
        patternProperties: { '^[a-z_].*$': { $ref: 'system_config.registrar.auth_type', type: 'object' } },
      },
      patternProperties: { '.+': { type: 'object' } },
    },
    integration_device_types: { type: 'array', default: ['teammate'], items: { type: 'string' } },
    integrations_user_agent_regexes: { type: 'array', default: [], items: { type: 'string' } },
    migrate_softphone_to_ms_teams: { type: 'boolean', default: false },
    should_check_device_emergency_address: { type: 'boolean', default: false },
  },
}
