import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { requireSession } from '#bff/auth/actor.ts'
import type { Access } from '#bff/auth/session.ts'
import { badIdentifier, validationError } from '#bff/errors/app-error.ts'
import type { ApiRequest, Method, Route } from '#bff/http/route.ts'
import { requireWithinLimits } from '../limits.ts'
import { planPlace, type StoragePlace, systemPlace } from '../place.ts'
import type { StorageContext } from '../storage-context.ts'
import { assignPlan, readAssignment } from './assignment.ts'
import { touchedAccounts } from './touched-accounts.ts'
import { touchedByDraft } from './touched-by-draft.ts'

type Scope = Extract<Access, { who: 'storage' }>['scope']

const account = '/console/accounts/:account_id'

/** Largest draft: the documents of a cluster are a tenth of that. */
const maxBytes = 1_000_000

/** The plan that an account follows, and which accounts a plan or the system's document touches. */
export function storagePlanRoutes(storage: StorageContext): Route[] {
  /** GET answers for whatever is changed, POST for a draft. */
  function touched(path: string, scope: Scope, placeOf: (request: ApiRequest) => StoragePlace): Route[] {
    type Answer = (request: ApiRequest, place: StoragePlace, stored: JsonObject | undefined) => Promise<JsonObject>
    const route = (method: Method, answer: Answer): Route => ({
      method,
      path,
      access: { who: 'storage', scope },
      storesNothing: true,
      maxBytes,
      async handle(request) {
        const place = placeOf(request)
        const stored = await storage.stored.find(place)
        if (place.type === 'storage_plan' && stored === undefined) throw badIdentifier(place.id)
        return { data: await answer(request, place, stored?.fields) }
      },
    })
    return [
      route('GET', (request, place) => touchedAccounts(storage, requireSession(request), place)),
      route('POST', async (request, place, stored) => {
        const draft = draftSent(request.data)
        if (draft !== null) requireWithinLimits(draft, stored)
        const version = await storage.schemas.kazooVersion()
        return touchedByDraft(storage, requireSession(request), { place, draft, version })
      }),
    ]
  }

  return [
    {
      method: 'GET',
      path: `${account}/storage_plan`,
      access: { who: 'storage', scope: 'account' },
      handle: async (request) => ({ data: await readAssignment(storage, request, request.params.account_id ?? '') }),
    },
    {
      method: 'PUT',
      path: `${account}/storage_plan`,
      access: { who: 'storage', scope: 'account' },
      handle: async (request) => ({
        status: 200,
        data: await assignPlan(storage, request, request.params.account_id ?? '', request.data),
      }),
    },
    ...touched('/console/storage/accounts', 'system', () => systemPlace),
    ...touched('/console/storage/plans/:plan_id/accounts', 'system', ({ params }) =>
      planPlace(params.plan_id ?? '', undefined),
    ),
    ...touched(`${account}/storage/plans/:plan_id/accounts`, 'reseller-plans', ({ params }) =>
      planPlace(params.plan_id ?? '', params.account_id),
    ),
  ]
}

/** The document that is meant to be stored, however wrong it still is; null for its removal. */
function draftSent(data: JsonValue): JsonObject | null {
  const { draft } = isJsonObject(data) ? data : {}
  if (draft === null || isJsonObject(draft)) return draft
  const message = 'Send the storage document as draft, or null for its removal.'
  throw validationError({ draft: { type: { message, target: 'object, null' } } })
}
