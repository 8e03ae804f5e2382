export const schema = {
  type: 'object',
  required: ['driver', 'settings'],
  properties: {
    driver: { enum: ['kazoo_couch'] },
    name: { type: 'string' },
    settings: {
      type: 'object',
      required: ['ip', 'port'],
      properties: {
        connect_options: {
          type: 'object',
          properties: {
            keepalive: { type: 'boolean' },
          },
        },
        connect_timeout: { type: 'integer' },
        credentials: {
          type: 'object',
          required: ['username', 'password'],
          properties: {
            password: { type: 'integer' },
            username: { type: 'string' },
          },
        },
        ip: { type: 'string' },
        max_pipeline_size: { type: 'integer' },
        max_sessions: { type: 'integer' },
        pool: {
          type: 'object',
          required: ['name', 'size'],
          properties: {
            name: { type: 'string' },
            size: { type: 'integer' },
          },
        },
        port: { type: 'integer' },
      },
    },
  },
}
