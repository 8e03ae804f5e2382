import type { TopologyDetail } from '@strata/api-types'
import type { Context } from '#bff/context.ts'
import { AppError } from '#bff/errors/app-error.ts'
import { requireMatch } from '#bff/http/preconditions.ts'
import type { Answer, ApiRequest, Route } from '#bff/http/route.ts'
import { subsystemLogger } from '#bff/logging/logger.ts'
import { assignZones, knownNodes, readAssignments } from '#bff/topology/topology.ts'
import { parseTopologyWrite, requireNamesMeant } from './topology-write.ts'

const path = '/console/topology'

/** Which node is in which zone, as the operator says. Superduper admins only. */
export function topologyRoutes({ store, logger }: Pick<Context, 'store' | 'logger'>): Route[] {
  const log = subsystemLogger(logger, 'documents')

  async function detail(): Promise<Answer> {
    const [{ revision }, nodes] = await Promise.all([readAssignments(store), knownNodes(store)])
    const data: TopologyDetail = {
      revision: revision ?? null,
      nodes: nodes.map(({ name, zone, source }) => ({ name, zone: zone ?? null, source })),
    }
    return { data }
  }

  async function write(request: ApiRequest): Promise<Answer> {
    const { base_revision: base, nodes } = parseTopologyWrite(request.data)
    requireMatch(request, (await readAssignments(store)).revision)
    requireNamesMeant(nodes, await knownNodes(store))
    const zones = new Map(Object.entries(nodes).map(([name, zone]) => [name, zone ?? undefined]))
    await assignZones(store, zones, base ?? undefined).catch((error: unknown) => {
      throw error instanceof AppError && error.kind === 'conflict' ? staleBase() : error
    })
    const { accountId, userId } = request.session ?? {}
    const who = { account_id: accountId, user_id: userId }
    log.info({ request_id: request.requestId, who, nodes: zones.size }, 'topology saved')
    return detail()
  }

  return [
    { method: 'GET', path, access: { who: 'superduper' }, handle: detail },
    { method: 'POST', path, access: { who: 'superduper' }, storesOwnOnly: true, handle: write },
  ]
}

function staleBase(): AppError {
  const cause = 'The topology has changed since it was read: read it again and repeat the change on what you find.'
  return new AppError('conflict', cause, { data: { message: 'conflicting documents', cause } })
}
