import type { Access } from '#bff/auth/session.ts'
import type { Context } from '#bff/context.ts'
import { badIdentifier } from '#bff/errors.ts'
import { requireSession } from '#bff/http/require-session.ts'
import type { ApiRequest, Route } from '#bff/http/route.ts'
import { type Place, planPlace, systemPlace } from '../place.ts'
import type { StorageStore } from '../store.ts'
import { createPlanAssignments } from './assignment.ts'
import { touchedAccounts } from './touched-accounts.ts'

type Scope = Extract<Access, { who: 'storage' }>['scope']

const account = '/console/accounts/:account_id'

/** The plan that an account follows, and which accounts a plan or the system's document touches. */
export function storagePlanRoutes(context: Context, store: StorageStore): Route[] {
  const assignments = createPlanAssignments(context, store)

  const touched = (path: string, scope: Scope, placeOf: (request: ApiRequest) => Place): Route => ({
    method: 'GET',
    path,
    access: { who: 'storage', scope },
    async handle(request) {
      const place = placeOf(request)
      if (place.type === 'storage_plan' && (await store.find(place)) === undefined) throw badIdentifier(place.id)
      return { data: await touchedAccounts(place, requireSession(request), context.accounts, store) }
    },
  })

  return [
    {
      method: 'GET',
      path: `${account}/storage_plan`,
      access: { who: 'storage', scope: 'account' },
      handle: async (request) => ({ data: await assignments.read(request) }),
    },
    {
      method: 'PUT',
      path: `${account}/storage_plan`,
      access: { who: 'storage', scope: 'account' },
      handle: async (request) => ({ status: 200, data: await assignments.assign(request) }),
    },
    touched('/console/storage/accounts', 'system', () => systemPlace),
    touched('/console/storage/plans/:plan_id/accounts', 'system', ({ params }) =>
      planPlace(params.plan_id ?? '', undefined),
    ),
    touched(`${account}/storage/plans/:plan_id/accounts`, 'reseller-plans', ({ params }) =>
      planPlace(params.plan_id ?? '', params.account_id),
    ),
  ]
}
