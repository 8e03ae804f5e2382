import type { JsonObject } from '@strata/json'
import type { SchemaSnapshot } from '#bff/schemas/repository.ts'

const $schema = 'http://json-schema.org/draft-04/schema#'

const schemas: ReadonlyMap<string, JsonObject> = new Map<string, JsonObject>([
  [
    'console_session',
    {
      $schema,
      type: 'object',
      required: ['username', 'password', 'account_name'],
      properties: {
        username: { type: 'string', minLength: 1, maxLength: 256 },
        password: { type: 'string', minLength: 1, maxLength: 1024 },
        account_name: { type: 'string', minLength: 1, maxLength: 253 },
      },
    },
  ],
  [
    'console_session_by_token',
    {
      $schema,
      type: 'object',
      required: ['token'],
      properties: { token: { type: 'string', minLength: 1, maxLength: 8192 } },
      additionalProperties: false,
    },
  ],
  [
    'account',
    {
      $schema,
      type: 'object',
      required: ['name'],
      properties: {
        name: { type: 'string', minLength: 1, maxLength: 128 },
        realm: { type: 'string', minLength: 4, maxLength: 253, pattern: '^[.\\w_-]+$' },
        enabled: { type: 'boolean' },
        timezone: { type: 'string', minLength: 5, maxLength: 32 },
        language: { type: 'string' },
      },
    },
  ],
  [
    'user',
    {
      $schema,
      type: 'object',
      required: ['username'],
      properties: {
        // Something to see, and no control characters.
        username: { type: 'string', minLength: 1, maxLength: 256, pattern: '^(?!\\s*$)[^\\u0000-\\u001f\\u007f]*$' },
        password: { type: 'string', minLength: 8, maxLength: 1024 },
        first_name: { type: 'string', maxLength: 128 },
        last_name: { type: 'string', maxLength: 128 },
        email: { type: 'string', format: 'email', maxLength: 254 },
        enabled: { type: 'boolean', default: true },
        priv_level: { type: 'string', enum: ['user', 'admin'], default: 'user' },
      },
    },
  ],
])

/** Bodies that Strata itself takes; the schemas that people may edit are in the schema repository. */
export const requestSchemas: SchemaSnapshot = {
  revision: 'strata-requests-1',
  ids: [...schemas.keys()],
  get: (id) => schemas.get(id),
}
