import type { JsonObject } from '@strata/json'
import type { ApiRequest, Method, Route } from '#bff/http/route.ts'
import type { StorageContext } from '../storage-context.ts'
import { type Asked, askedOf } from './asked.ts'
import { draftOf } from './draft-of.ts'
import { optionalMonth, optionalText, requiredText, routeQuestion } from './question.ts'
import type { Draft } from './route-layers.ts'
import { accountMap, accountRoute, databaseRoute } from './where-things-go.ts'

const account = '/console/accounts/:account_id/storage'

/** Largest draft: the documents of a cluster are a tenth of that. */
const maxBytes = 1_000_000

/** Where documents and their files go, and who decided it: as stored, or as if a draft were. Nothing is stored here. */
export function storageWhereRoutes(storage: StorageContext): Route[] {
  /** GET answers for what is stored, POST for a draft. Who may ask depends on the user that the query names. */
  function questions(
    path: string,
    answer: (request: ApiRequest, asked: Asked, draft: Draft | undefined) => Promise<JsonObject>,
  ): Route[] {
    const route = (method: Method): Route => ({
      method,
      path,
      access: { who: 'authenticated' },
      storesNothing: true,
      maxBytes,
      async handle(request) {
        const about = { accountId: request.params.account_id ?? '', userId: optionalText(request, 'user') }
        const asked = await askedOf(storage, request, about)
        const draft = method === 'POST' ? await draftOf(storage, request, asked, request.data) : undefined
        return { data: await answer(request, asked, draft) }
      },
    })
    return [route('GET'), route('POST')]
  }

  return [
    ...questions(`${account}/route`, (request, asked, draft) =>
      accountRoute(storage, asked, { ...routeQuestion(request), month: optionalMonth(request) }, draft),
    ),
    ...questions(`${account}/routes`, (_, asked, draft) => accountMap(storage, asked, draft)),
    {
      method: 'GET',
      path: '/console/storage/route',
      access: { who: 'storage', scope: 'system' },
      async handle(request) {
        const database = requiredText(request, 'database', 'Name the database, plain or encoded.')
        return { data: await databaseRoute(storage, { database, type: optionalText(request, 'type') }) }
      },
    },
  ]
}
