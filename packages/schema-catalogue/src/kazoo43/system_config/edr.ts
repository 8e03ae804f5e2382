export const schema = {
  properties: {
    backends: {
      type: 'array',
      default: [],
      items: {
        type: 'object',
        required: ['name', 'type', 'bindings', 'enabled'],
        properties: {
          bindings: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                account_id: { default: '*', anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
                app_name: { type: 'string', default: '*' },
                exact_severity: { type: 'boolean', default: false },
                exact_verbosity: { type: 'boolean', default: false },
                include_descendants: { type: 'boolean', default: false },
                severity: {
                  default: 'ok',
                  anyOf: [
                    { type: 'string', enum: ['ok', 'warning', 'critical'] },
                    { type: 'array', items: { type: 'string', enum: ['ok', 'warning', 'critical'] } },
                  ],
                },
                verbosity: {
                  default: 'info',
                  anyOf: [
                    { type: 'string', enum: ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] },
                    {
                      type: 'array',
                      items: { type: 'string', enum: ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] },
                    },
                  ],
                },
              },
            },
          },
          enabled: { type: 'boolean', default: true },
          name: { type: 'string', minLength: 1 },
          options: {
            type: 'object',
            properties: {
              formatter: {
                type: 'object',
                properties: {
                  options: { type: 'object' },
                  type: { type: 'string', enum: ['json'] },
                },
              },
            },
          },
          type: { type: 'string', enum: ['amqp', 'file', 'http'] },
        },
      },
    },
  },
}
