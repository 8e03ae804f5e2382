import type { KazooSchema } from '../../kazoo-schema.ts'

export const telemetryWaveguide: KazooSchema = {
  _id: 'system_config.telemetry.waveguide',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    activation: { type: 'integer' },
  },
}
