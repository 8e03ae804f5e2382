import type { Context } from '#bff/context.ts'
import { page } from '#bff/http/paging.ts'
import type { Answer, ApiRequest, Route } from '#bff/http/route.ts'
import { createConfigs } from './configs.ts'
import { consoleConfigRoutes } from './console/console-routes.ts'
import type { Outcome } from './loaded-category.ts'
import { nodeRoutes } from './nodes/node-routes.ts'
import { allConfigs } from './store.ts'
import { patchDocument, readDocument, removeDocument, replaceDocument } from './v2/documents.ts'
import { patchSection, readSection, removeSection, replaceSection, type SectionName } from './v2/sections.ts'

type Handle = (request: ApiRequest) => Promise<Answer>

const document = '/v2/system_configs/:category'
const section = '/v2/system_configs/:category/:section'

/** System configs as KAZOO's API serves them, and what the console needs beyond it. Superduper admins only. */
export function systemConfigRoutes(context: Context): Route[] {
  const configs = createConfigs(context)
  return [
    route('GET', '/v2/system_configs', async (request) => {
      const items = await allConfigs(configs)
      return page({ items, key: ({ category }) => category, show: ({ category }) => category }, request)
    }),
    route('GET', document, async (request) =>
      answer(await readDocument(configs, request, category(request), flags(request))),
    ),
    route('PUT', document, async (request) => ({
      ...answer(await replaceDocument(configs, request, category(request), request)),
      location: request.path,
    })),
    route('POST', document, async (request) =>
      answer(await replaceDocument(configs, request, category(request), request)),
    ),
    route('PATCH', document, async (request) =>
      answer(await patchDocument(configs, request, category(request), request)),
    ),
    route('DELETE', document, async (request) =>
      answer(await removeDocument(configs, request, category(request), request)),
    ),
    route('GET', section, async (request) =>
      answer(await readSection(configs, request, name(request), flags(request))),
    ),
    route('POST', section, async (request) => answer(await replaceSection(configs, request, name(request), request))),
    route('PATCH', section, async (request) => answer(await patchSection(configs, request, name(request), request))),
    route('DELETE', section, async (request) => answer(await removeSection(configs, request, name(request), request))),
    ...consoleConfigRoutes(configs),
    ...nodeRoutes(configs, context),
  ]
}

function route(method: Route['method'], path: string, handle: Handle): Route {
  return { method, path, access: { who: 'superduper' }, handle }
}

function category({ params }: ApiRequest): string {
  return params.category ?? ''
}

function name(request: ApiRequest): SectionName {
  return { category: category(request), section: request.params.section ?? '' }
}

function flags(request: ApiRequest): { withDefaults: boolean } {
  return { withDefaults: request.flag('with_defaults', false) }
}

/** The body depends on the stored document and on the schema, so its tag names both. */
function answer({ data, revision, schemaRevision }: Outcome): Answer {
  return {
    data,
    etag: `${revision ?? 0}-s${schemaRevision ?? 0}`,
    ...(revision === undefined ? {} : { revision }),
  }
}
