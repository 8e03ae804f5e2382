import type { FormSchema } from '@strata/api-types'
import type { JsonObject } from '@strata/json'
import type { Context } from '#bff/context.ts'
import type { Answer, ApiRequest, Route } from '#bff/http/route.ts'
import { createSchemaService } from './service.ts'

/** A module's address names its content, so whoever has it may keep it. */
const immutable = { 'Cache-Control': 'private, max-age=31536000, immutable' }

/** KAZOO's schemas as they are, validation against one, and what the forms are made of. */
export function schemaRoutes(context: Context): Route[] {
  const schemas = createSchemaService(context)
  return [
    {
      method: 'GET',
      path: '/v2/schemas',
      access: { who: 'anyone' },
      handle: async (request) => ({ data: await schemas.ids(request.flag('internals', false)) }),
    },
    {
      method: 'GET',
      path: '/v2/schemas/:schema_id',
      access: { who: 'anyone' },
      handle: async (request) => ({ data: { ...(await schemas.get(schemaId(request))), id: schemaId(request) } }),
    },
    {
      method: 'PUT',
      path: '/v2/schemas/:schema_id/validation',
      access: { who: 'superduper' },
      storesNothing: true,
      handle: async (request) => ({ data: await schemas.validate(schemaId(request), request.data) }),
    },
    {
      method: 'GET',
      path: '/console/schemas/:schema_id/form',
      access: { who: 'authenticated' },
      handle: async (request) => ({ data: toJson(await schemas.form(schemaId(request))) }),
    },
    {
      method: 'GET',
      path: '/console/schemas/:schema_id/validator/:module',
      access: { who: 'authenticated' },
      handle: async (request) => moduleAnswer(await schemas.validatorModule(schemaId(request), request.params.module)),
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
