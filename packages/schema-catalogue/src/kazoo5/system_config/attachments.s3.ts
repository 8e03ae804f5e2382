import type { KazooSchema } from '../../kazoo-schema.ts'

export const attachmentsS3: KazooSchema = {
  _id: 'system_config.attachments.s3',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: { allow_metadata_credentials: { type: 'boolean', default: false } },
}
