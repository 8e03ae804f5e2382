import type { Context } from '#bff/context.ts'
import type { Route } from '#bff/http/route.ts'

/** What runs here. */
export function aboutRoutes({ version, clock }: Context): Route[] {
  const startedAt = clock().getTime()
  return [
    {
      method: 'GET',
      path: '/v2/about',
      access: { who: 'authenticated' },
      handle: async () => ({
        data: {
          version,
          product: 'Strata',
          uptime: Math.round((clock().getTime() - startedAt) / 1000),
        },
      }),
    },
  ]
}
