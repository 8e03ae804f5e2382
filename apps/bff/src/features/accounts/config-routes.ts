import { badIdentifier } from '#bff/errors/app-error.ts'
import type { Method, Route } from '#bff/http/route.ts'

const configs = '/v2/accounts/:account_id/system_configs'

/** Configs belong to the system: below an account there are none, which only superduper admins are told. */
export function accountConfigRoutes(): Route[] {
  return [
    ...missing(['GET'], configs),
    ...missing(['GET', 'PUT', 'POST', 'PATCH', 'DELETE'], `${configs}/:category`),
    ...missing(['GET', 'POST', 'PATCH', 'DELETE'], `${configs}/:category/:section`),
  ]
}

function missing(methods: readonly Method[], path: string): Route[] {
  return methods.map((method) => ({
    method,
    path,
    access: { who: 'superduper' },
    storesNothing: true,
    handle: async ({ params }) => {
      throw badIdentifier(params.category ?? 'system_configs')
    },
  }))
}
