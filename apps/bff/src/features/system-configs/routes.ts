import type { Context } from '#bff/context.ts'
import { createTurns } from '#bff/documents/turns.ts'
import { page } from '#bff/http/paging.ts'
import type { Answer, ApiRequest, Route } from '#bff/http/route.ts'
import { createChangePlanner } from './console/change-planner.ts'
import { createChangeService } from './console/change-service.ts'
import { consoleConfigRoutes } from './console/console-routes.ts'
import { createConsoleService } from './console/console-service.ts'
import { createCategoryLoader, type Outcome } from './loaded-category.ts'
import { createOverviewService } from './overview/overview-service.ts'
import { createSecrets } from './secrets.ts'
import { createSectionKeys } from './section-keys.ts'
import { createConfigStore } from './store.ts'
import { createDocumentService } from './v2/document-service.ts'
import { createSectionService, type SectionName } from './v2/section-service.ts'

type Handle = (request: ApiRequest) => Promise<Answer>

/** System configs as KAZOO's API serves them, and what the console needs beyond it. Superduper admins only. */
export function systemConfigRoutes(context: Context): Route[] {
  const store = createConfigStore(context.store, context.documents)
  const load = createCategoryLoader(context, store)
  const parts = { context, store, load, secrets: createSecrets(context.configRedactor), turns: createTurns() }
  const documents = createDocumentService(parts)
  const sections = createSectionService(parts)
  const planner = createChangePlanner({ validator: context.validator, ...parts })
  const keysOf = createSectionKeys()
  const services = {
    categories: createConsoleService({ ...parts, planner }),
    changes: createChangeService({ ...parts, planner, keysOf }),
    overview: createOverviewService({ ...parts, keysOf }),
  }

  const list: Handle = async (request) => {
    const items = await store.all()
    return page({ items, key: ({ category }) => category, show: ({ category }) => category }, request)
  }

  return [
    route('GET', '/v2/system_configs', list),
    route('GET', document, async (request) =>
      answer(await documents.read(category(request), withDefaults(request), request)),
    ),
    route('PUT', document, async (request) => ({
      ...answer(await documents.replace(category(request), request)),
      location: request.path,
    })),
    route('POST', document, async (request) => answer(await documents.replace(category(request), request))),
    route('PATCH', document, async (request) => answer(await documents.patch(category(request), request))),
    route('DELETE', document, async (request) => answer(await documents.remove(category(request), request))),
    route('GET', section, async (request) =>
      answer(await sections.read(name(request), withDefaults(request), request)),
    ),
    route('POST', section, async (request) => answer(await sections.replace(name(request), request))),
    route('PATCH', section, async (request) => answer(await sections.patch(name(request), request))),
    route('DELETE', section, async (request) => answer(await sections.remove(name(request), request))),
    ...consoleConfigRoutes(services),
  ]
}

const document = '/v2/system_configs/:category'
const section = '/v2/system_configs/:category/:section'

function route(method: Route['method'], path: string, handle: Handle): Route {
  return { method, path, access: { who: 'superduper' }, handle }
}

function category({ params }: ApiRequest): string {
  return params.category ?? ''
}

function name(request: ApiRequest): SectionName {
  return { category: category(request), section: request.params.section ?? '' }
}

function withDefaults(request: ApiRequest): boolean {
  return request.flag('with_defaults', false)
}

/** The body depends on the stored document and on the schema, so its tag names both. */
function answer({ data, revision, schemaRevision }: Outcome): Answer {
  return {
    data,
    etag: `${revision ?? 0}-s${schemaRevision ?? 0}`,
    ...(revision === undefined ? {} : { revision }),
  }
}
