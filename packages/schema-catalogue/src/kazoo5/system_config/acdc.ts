export const changes = {
  properties: {
    default_agent_pause_timeout: {
      type: null,
      default: null,
      oneOf: [
        { type: 'integer', default: 600, minimum: 0 },
        { type: 'string', enum: ['infinity'] },
      ],
    },
  },
}
