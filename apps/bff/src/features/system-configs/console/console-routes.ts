import type { CategoryDetail } from '@strata/api-types'
import type { JsonValue } from '@strata/json'
import type { Answer, ApiRequest, Route } from '#bff/http/route.ts'
import type { OverviewService } from '../overview/overview-service.ts'
import type { ChangeService } from './change-service.ts'
import type { ConsoleService } from './console-service.ts'

interface Services {
  readonly categories: ConsoleService
  readonly changes: ChangeService
  readonly overview: OverviewService
}

type Handle = (request: ApiRequest) => Promise<Answer>

const root = '/console/system_configs'

/** What the console needs of system configs beside `/v2`. Superduper admins only. */
export function consoleConfigRoutes({ categories, changes, overview }: Services): Route[] {
  return [
    route('GET', root, async () => answer((await categories.list()).map((summary) => ({ ...summary })))),
    route('GET', `${root}/index`, async (request) => {
      const { index, etag } = await overview.index(request)
      return { ...answer(index), etag }
    }),
    route('GET', `${root}/sweep`, async (request) => answer(await overview.sweep(request))),
    dryRoute(`${root}/bulk/dry_run`, async (request) => answer(await changes.bulkDryRun(request))),
    route('POST', `${root}/bulk`, async (request) => answer(await changes.bulk(request))),
    route('GET', `${root}/:category`, async (request) => detail(await categories.detail(category(request), request))),
    route('POST', `${root}/:category`, async (request) => detail(await categories.write(category(request), request))),
    route('GET', `${root}/:category/conflicts`, async (request) =>
      answer(await categories.versions(category(request), request)),
    ),
    route('POST', `${root}/:category/conflicts`, async (request) =>
      detail(await categories.settle(category(request), request)),
    ),
    dryRoute(`${root}/:category/dry_run`, async (request) => answer(await changes.dryRun(category(request), request))),
  ]
}

function route(method: Route['method'], path: string, handle: Handle): Route {
  return { method, path, access: { who: 'superduper' }, handle }
}

/** Works on a store that nothing may be written to. */
function dryRoute(path: string, handle: Handle): Route {
  return { ...route('POST', path, handle), storesNothing: true }
}

function category({ params }: ApiRequest): string {
  return params.category ?? ''
}

function answer(data: JsonValue): Answer {
  return { data }
}

function detail({ ...data }: CategoryDetail): Answer {
  return { data }
}
