import type { JsonObject } from '@strata/json'
import type { Context } from '#bff/context.ts'
import type { ApiRequest, Method, Route } from '#bff/http/route.ts'
import type { StorageStore } from '../store.ts'
import { type Asked, askedOf } from './asked.ts'
import { draftOf } from './draft-of.ts'
import { optionalMonth, optionalText, requiredText, routeQuestion } from './question.ts'
import type { Draft } from './route-layers.ts'
import { createWhereService } from './service.ts'

const account = '/console/accounts/:account_id/storage'

/** Largest draft: the documents of a cluster are a tenth of that. */
const maxBytes = 1_000_000

/** Where documents and their files go, and who decided it: as stored, or as if a draft were. Nothing is stored here. */
export function storageWhereRoutes(context: Context, store: StorageStore): Route[] {
  const service = createWhereService(context, store)

  /** GET answers for what is stored, POST for a draft. Who may ask depends on the user that the query names. */
  function questions(
    path: string,
    answer: (request: ApiRequest, asked: Asked, draft: Draft | undefined) => Promise<JsonObject>,
  ): Route[] {
    const route = (method: Method, draft: typeof draftOf | (() => undefined)): Route => ({
      method,
      path,
      access: { who: 'authenticated' },
      storesNothing: true,
      maxBytes,
      async handle(request) {
        const asked = await askedOf(request, context)
        return { data: await answer(request, asked, await draft(request, asked, context, store)) }
      },
    })
    return [route('GET', () => undefined), route('POST', draftOf)]
  }

  return [
    ...questions(`${account}/route`, (request, asked, draft) =>
      service.accountRoute(asked, { ...routeQuestion(request), month: optionalMonth(request) }, draft),
    ),
    ...questions(`${account}/routes`, (_, asked, draft) => service.accountMap(asked, draft)),
    {
      method: 'GET',
      path: '/console/storage/route',
      access: { who: 'storage', scope: 'system' },
      async handle(request) {
        const database = requiredText(request, 'database', 'Name the database, plain or encoded.')
        return { data: await service.databaseRoute({ database, type: optionalText(request, 'type') }) }
      },
    },
  ]
}
