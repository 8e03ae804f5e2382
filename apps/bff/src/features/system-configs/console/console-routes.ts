import type { CategoryDetail } from '@strata/api-types'
import type { JsonValue } from '@strata/json'
import type { Answer, ApiRequest, Route } from '#bff/http/route.ts'
import type { Configs } from '../configs.ts'
import { configIndex, sweepConfigs } from '../overview/overview.ts'
import { categoryVersions, listCategories, readCategory, saveCategory, settleCategory } from './categories.ts'
import { dryRunOfBulk, dryRunOfChange, saveBulk } from './changes.ts'

type Handle = (request: ApiRequest) => Promise<Answer>

const root = '/console/system_configs'

/** What the console needs of system configs beside `/v2`. Superduper admins only. */
export function consoleConfigRoutes(configs: Configs): Route[] {
  return [
    route('GET', root, async () => answer((await listCategories(configs)).map((summary) => ({ ...summary })))),
    route('GET', `${root}/index`, async (request) => {
      const { index, etag } = await configIndex(configs, request)
      return { ...answer(index), etag }
    }),
    route('GET', `${root}/sweep`, async (request) => answer(await sweepConfigs(configs, request))),
    dryRoute(`${root}/bulk/dry_run`, async (request) => answer(await dryRunOfBulk(configs, request, request.data))),
    route('POST', `${root}/bulk`, async (request) => answer(await saveBulk(configs, request, request.data))),
    route('GET', `${root}/:category`, async (request) =>
      detail(await readCategory(configs, request, category(request))),
    ),
    route('POST', `${root}/:category`, async (request) => {
      const { ...saved } = await saveCategory(configs, request, category(request), request)
      return answer(saved)
    }),
    route('GET', `${root}/:category/conflicts`, async (request) =>
      answer(await categoryVersions(configs, request, category(request))),
    ),
    route('POST', `${root}/:category/conflicts`, async (request) =>
      detail(await settleCategory(configs, request, category(request), request)),
    ),
    dryRoute(`${root}/:category/dry_run`, async (request) =>
      answer(await dryRunOfChange(configs, request, category(request), request)),
    ),
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
