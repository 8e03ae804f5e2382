import type { JsonObject } from '@strata/json'
import { equalInConstantTime } from '#bff/auth/csrf.ts'
import type { Config } from '#bff/config/config.ts'
import type { Context } from '#bff/context.ts'
import { AppError } from '#bff/errors.ts'
import type { ApiRequest, Route } from '#bff/http/route.ts'

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

/** Each part by name. Throws `unavailable` with the same list when one is not ready. */
async function readiness({ store, accounts, schemas }: Context): Promise<JsonObject> {
  const parts = {
    store: await isReady(() => store.ping()),
    accounts: await isReady(() => accounts.masterAccountId()),
    schemas: await isReady(() => schemas.snapshot()),
  }
  const data = Object.fromEntries(Object.entries(parts).map(([name, ready]) => [name, ready ? 'ready' : 'not ready']))
  if (Object.values(parts).includes(false)) throw new AppError('unavailable', 'Not every part is ready.', { data })
  return data
}

async function isReady(look: () => Promise<unknown>): Promise<boolean> {
  return look().then(
    () => true,
    () => false,
  )
}
