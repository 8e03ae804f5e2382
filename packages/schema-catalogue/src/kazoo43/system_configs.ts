export const schema = {
  type: 'object',
  required: ['default'],
  properties: {
    default: { type: 'object', default: {} },
  },
  patternProperties: {
    '(?!id\\b)(?!default\\b)^.+@.+$': { name: 'node', type: 'object' },
    '(?!id\\b)(?!default\\b)^[a-zA-Z0-9.]+$': { name: 'zone', type: 'object' },
  },
}
