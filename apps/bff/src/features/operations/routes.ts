import type { JsonObject } from '@strata/json'
import type { Context } from '#bff/context.ts'
import { AppError } from '#bff/errors.ts'
import type { Route } from '#bff/http/route.ts'

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
      handle: async () => ({ data: null, body: await context.metrics.text() }),
    },
  ]
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
