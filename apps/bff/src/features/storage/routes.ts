import type { JsonObject, JsonValue } from '@strata/json'
import type { Access } from '#bff/auth/session.ts'
import type { Context } from '#bff/context.ts'
import type { StoredDocument } from '#bff/couch/store.ts'
import { page } from '#bff/http/paging.ts'
import type { Answer, ApiRequest, Method, Route } from '#bff/http/route.ts'
import { consoleStorageRoutes } from './console-routes.ts'
import {
  createDocument,
  patchDocument,
  readDocument,
  readDocumentVersions,
  removeDocument,
  replaceDocument,
  type Sent,
  settleDocument,
} from './documents.ts'
import { accountPlace, planPlace, type StoragePlace, systemPlace, userPlace } from './place.ts'
import { storagePlanRoutes } from './plans/routes.ts'
import { createStorageContext } from './storage-context.ts'
import { storageTestRoutes } from './test/routes.ts'
import { storageWhereRoutes } from './where/routes.ts'

type Scope = Extract<Access, { who: 'storage' }>['scope']
type PlaceOf = (request: ApiRequest) => StoragePlace | Promise<StoragePlace>

const account = '/v2/accounts/:account_id'

/** Storage documents and plans, of the system, an account or a user. */
export function storageRoutes(context: Context): Route[] {
  const storage = createStorageContext(context)

  function show({ id, fields }: StoredDocument, request: ApiRequest, extra: JsonObject = {}): JsonValue {
    const document = { ...fields, id, ...extra }
    return request.redact ? context.storageRedactor.redact(document, []) : document
  }

  function answer(document: StoredDocument, request: ApiRequest): Answer {
    return { data: show(document, request), revision: document.revision }
  }

  async function remove(
    place: StoragePlace,
    request: ApiRequest,
    { onlyUnused }: { onlyUnused: boolean },
  ): Promise<Answer> {
    const removed = await removeDocument(storage, request, place, { ifMatch: request.ifMatch, onlyUnused })
    return { data: show(removed, request, { _read_only: { deleted: true } }), revision: removed.revision }
  }

  /** GET, POST, PATCH and DELETE of one document. */
  function documentRoutes(path: string, scope: Scope, placeOf: PlaceOf): Route[] {
    const route = (method: Method, handle: (place: StoragePlace, request: ApiRequest) => Promise<Answer>): Route => ({
      method,
      path,
      access: { who: 'storage', scope },
      handle: async (request) => handle(await placeOf(request), request),
    })
    return [
      route('GET', async (place, request) => answer(await readDocument(storage, place), request)),
      route('POST', async (place, request) =>
        answer(await replaceDocument(storage, request, place, sent(request)), request),
      ),
      route('PATCH', async (place, request) =>
        answer(await patchDocument(storage, request, place, sent(request)), request),
      ),
      route('DELETE', (place, request) => remove(place, request, { onlyUnused: false })),
    ]
  }

  /** The console's way to remove what accounts may go by: it is asked whether that is meant. */
  function askedRemoval(path: string, scope: Scope, placeOf: (request: ApiRequest) => StoragePlace): Route {
    return {
      method: 'DELETE',
      path,
      access: { who: 'storage', scope },
      handle: (request) => remove(placeOf(request), request, { onlyUnused: !request.flag('force', false) }),
    }
  }

  /** The console's way to see every version of a document that CouchDB keeps in several, and to keep one. */
  function versionRoutes(path: string, scope: Scope, placeOf: PlaceOf): Route[] {
    return [
      {
        method: 'GET',
        path: `${path}/conflicts`,
        access: { who: 'storage', scope },
        handle: async (request) => ({ data: await readDocumentVersions(storage, request, await placeOf(request)) }),
      },
      {
        method: 'POST',
        path: `${path}/conflicts`,
        access: { who: 'storage', scope },
        maxBytes: 100_000,
        handle: async (request) =>
          answer(await settleDocument(storage, request, await placeOf(request), sent(request)), request),
      },
    ]
  }

  function createRoute(path: string, scope: Scope, placeOf: PlaceOf): Route {
    return {
      method: 'PUT',
      path,
      access: { who: 'storage', scope },
      handle: async (request) => {
        const place = await placeOf(request)
        const created = await createDocument(storage, request, place, sent(request))
        const location = place.type === 'storage_plan' ? `${request.path}/${created.id}` : request.path
        return { ...answer(created, request), location }
      },
    }
  }

  /** A plan's id is looked for among the plans of the account in the path, or of the system. */
  function planRoutes(path: string, scope: Scope): Route[] {
    return [
      {
        method: 'GET',
        path,
        access: { who: 'storage', scope },
        handle: async (request) =>
          page(
            {
              items: await storage.stored.plans(request.params.account_id),
              key: ({ id }) => id,
              show: (plan) => show(plan, request),
            },
            request,
          ),
      },
      createRoute(path, scope, ({ params }) => planPlace(context.newId(), params.account_id)),
      ...documentRoutes(`${path}/:plan_id`, scope, ({ params }) => planPlace(params.plan_id ?? '', params.account_id)),
    ]
  }

  function places(path: string, scope: Scope, placeOf: PlaceOf): Route[] {
    return [createRoute(path, scope, placeOf), ...documentRoutes(path, scope, placeOf)]
  }

  return [
    ...places('/v2/storage', 'system', () => systemPlace),
    ...planRoutes('/v2/storage/plans', 'system'),
    ...places(`${account}/storage`, 'account', ({ params }) => accountPlace(params.account_id ?? '')),
    ...planRoutes(`${account}/storage/plans`, 'reseller-plans'),
    ...places(`${account}/users/:user_id/storage`, 'user', ({ params }) =>
      userPlace(params.account_id ?? '', params.user_id ?? '', context.store),
    ),
    askedRemoval('/console/storage', 'system', () => systemPlace),
    askedRemoval('/console/storage/plans/:plan_id', 'system', ({ params }) =>
      planPlace(params.plan_id ?? '', undefined),
    ),
    askedRemoval('/console/accounts/:account_id/storage/plans/:plan_id', 'reseller-plans', ({ params }) =>
      planPlace(params.plan_id ?? '', params.account_id),
    ),
    ...versionRoutes('/console/storage', 'system', () => systemPlace),
    ...versionRoutes('/console/storage/plans/:plan_id', 'system', ({ params }) =>
      planPlace(params.plan_id ?? '', undefined),
    ),
    ...versionRoutes('/console/accounts/:account_id/storage', 'account', ({ params }) =>
      accountPlace(params.account_id ?? ''),
    ),
    ...versionRoutes('/console/accounts/:account_id/storage/plans/:plan_id', 'reseller-plans', ({ params }) =>
      planPlace(params.plan_id ?? '', params.account_id),
    ),
    ...versionRoutes('/console/accounts/:account_id/users/:user_id/storage', 'user', ({ params }) =>
      userPlace(params.account_id ?? '', params.user_id ?? '', context.store),
    ),
    ...consoleStorageRoutes(storage),
    ...storagePlanRoutes(storage),
    ...storageTestRoutes(storage),
    ...storageWhereRoutes(storage),
  ]
}

function sent(request: ApiRequest): Sent {
  return { data: request.data, ifMatch: request.ifMatch, isTested: request.flag('validate_settings', true) }
}
