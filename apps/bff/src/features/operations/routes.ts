import type { JsonObject } from '@strata/json'
import { equalInConstantTime } from '#bff/auth/equal-in-constant-time.ts'
import type { Config } from '#bff/config/config.ts'
import type { Context } from '#bff/context.ts'
import { withPatience } from '#bff/couch/deadline.ts'
import { AppError } from '#bff/errors/app-error.ts'
import type { ApiRequest, Route } from '#bff/http/route.ts'

/** What the looks of `/readyz` may wait for the store (milliseconds). */
const readinessPatience = 2000

/** What watches over a server: is it up, can it serve, how does it fare. */
export function operationsRoutes(context: Context): Route[] {
  return [
    {
      method: 'GET',
      path: '/healthz',
      access: { who: 'anyone' },
      handle: async () => ({ data: { server: 'up' } }),
    },
    {
      method: 'GET',
      path: '/readyz',
      access: { who: 'anyone' },
      handle: async () => ({ data: await readiness(context) }),
    },
    {
      method: 'GET',
      path: '/metrics',
      access: { who: 'anyone' },
      handle: async (request) => {
        requireMetricsToken(request, context.config)
        return { data: null, body: await context.metrics.text() }
      },
    },
  ]
}

/** Throws `unauthenticated` where the operator set a token and the request does not bring it. */
function requireMetricsToken({ header }: ApiRequest, { metricsToken }: Config): void {
  if (metricsToken === undefined) return
  const [, brought = ''] = /^Bearer (.*)$/i.exec(header('authorization') ?? '') ?? []
  if (equalInConstantTime(brought, metricsToken)) return
  throw new AppError('unauthenticated', 'Send the token of STRATA_METRICS_TOKEN as Authorization: Bearer.')
}

/** Each part by name, all looked at side by side. Throws with the same list when one is not ready. */
async function readiness({ store, accounts, schemas }: Context): Promise<JsonObject> {
  const parts = await withPatience(readinessPatience, () =>
    Promise.all([
      look('store', () => store.ping()),
      look('accounts', () => accounts.ready()),
      look('schemas', () => schemas.snapshot()),
    ]),
  )
  const data = Object.fromEntries(parts.map(({ name, state }) => [name, state]))
  if (parts.some(({ state }) => state !== 'ready'))
    throw new AppError('unavailable', 'Not every part is ready.', { data })
  return data
}

async function look(name: string, work: () => Promise<unknown>): Promise<{ name: string; state: string }> {
  return work().then(
    () => ({ name, state: 'ready' }),
    (error: unknown) => ({
      name,
      state: error instanceof AppError && error.kind === 'no-room' ? 'no room left' : 'not ready',
    }),
  )
}
