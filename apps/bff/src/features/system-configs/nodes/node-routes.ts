import type { NodeJob } from '@strata/api-types'
import type { JsonValue } from '@strata/json'
import type { Context } from '#bff/context.ts'
import type { Answer, ApiRequest, Route } from '#bff/http/route.ts'
import { createInTurn } from '#bff/scheduling/in-turn.ts'
import type { Configs } from '../configs.ts'
import { parseNodeAction, parseNodeChange, parseNodeJob, requireJobId } from './node-change-body.ts'
import { nodeDetail } from './node-detail.ts'
import {
  actOnNodeJob,
  beginNodeJob,
  type JobServices,
  listNodeJobs,
  reviewNodeChange,
  showNodeJob,
} from './node-jobs.ts'

type Handle = (request: ApiRequest) => Promise<Answer>

const jobs = '/console/node_jobs'

/** What one node reads over all categories, and changes of nodes as jobs. Superduper admins only. */
export function nodeRoutes(configs: Configs, context: Context): Route[] {
  const { store, documents, logger, clock, newId, readOnly } = context
  const services: JobServices = {
    configs,
    runner: { store, documents, logger, inTurn: createInTurn() },
    clock,
    newId,
    readOnly,
  }
  return [
    route('GET', '/console/nodes/:node', async (request) => {
      const { zone } = request.query
      const { ...data } = await nodeDetail(configs, request, {
        name: request.params.node ?? '',
        zone: zone === '' ? undefined : zone,
      })
      return { data }
    }),
    route('GET', jobs, async () => ({ data: (await listNodeJobs(services)).map(shown) })),
    {
      ...route('POST', `${jobs}/dry_run`, async (request) => {
        const { ...data } = await reviewNodeChange(services, request, parseNodeChange(request.data))
        return { data }
      }),
      storesNothing: true,
    },
    route('GET', `${jobs}/:job`, async (request) => ({ data: shown(await showNodeJob(services, jobOf(request))) })),
    route('PUT', `${jobs}/:job`, async (request) => ({
      data: shown(await beginNodeJob(services, request, jobOf(request), parseNodeJob(request.data))),
    })),
    route('POST', `${jobs}/:job`, async (request) => ({
      data: shown(await actOnNodeJob(services, request, jobOf(request), parseNodeAction(request.data))),
    })),
  ]
}

function route(method: Route['method'], path: string, handle: Handle): Route {
  return { method, path, access: { who: 'superduper' }, handle }
}

function jobOf({ params }: ApiRequest): string {
  return requireJobId(params.job ?? '')
}

function shown({ ...job }: NodeJob): JsonValue {
  return job
}
