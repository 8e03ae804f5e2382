import type { FormSchema } from '@strata/api-types'
import type { JsonObject } from '@strata/json'
import type { Context } from '#bff/context.ts'
import type { Answer, ApiRequest, Route } from '#bff/http/route.ts'
import { createSchemas, readForm, readSchema, readValidatorModule, validateBySchema } from './schemas.ts'

/** A module's address names its content, so whoever has it may keep it. */
const immutable = { 'Cache-Control': 'private, max-age=31536000, immutable' }

/** KAZOO's schemas as they are, validation against one, and what the forms are made of. */
export function schemaRoutes(context: Context): Route[] {
  const schemas = createSchemas(context)
  return [
    {
      method: 'GET',
      path: '/v2/schemas',
      access: { who: 'anyone' },
      handle: async (request) => ({ data: await context.schemas.ids(request.flag('internals', false)) }),
    },
    {
      method: 'GET',
      path: '/v2/schemas/:schema_id',
      access: { who: 'anyone' },
      handle: async (request) => ({
        data: { ...(await readSchema(schemas, schemaId(request))), id: schemaId(request) },
      }),
    },
    {
      method: 'PUT',
      path: '/v2/schemas/:schema_id/validation',
      access: { who: 'superduper' },
      storesNothing: true,
      handle: async (request) => ({ data: await validateBySchema(schemas, schemaId(request), request.data) }),
    },
    {
      method: 'GET',
      path: '/console/schemas/:schema_id/form',
      access: { who: 'authenticated' },
      handle: async (request) => ({ data: toJson(await readForm(schemas, schemaId(request))) }),
    },
    {
      method: 'GET',
      path: '/console/schemas/:schema_id/validator/:module',
      access: { who: 'authenticated' },
      handle: async (request) =>
        moduleAnswer(await readValidatorModule(schemas, schemaId(request), request.params.module)),
    },
  ]
}

function schemaId({ params }: ApiRequest): string {
  return params.schema_id ?? ''
}

function moduleAnswer(content: string): Answer {
  return { data: null, headers: immutable, body: { type: 'text/javascript; charset=utf-8', content } }
}

function toJson(form: FormSchema): JsonObject {
  return { ...form }
}
