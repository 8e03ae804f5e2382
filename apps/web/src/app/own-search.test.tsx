import { QueryClient } from '@tanstack/react-query'
import { createMemoryHistory } from '@tanstack/react-router'
import { describe, expect, it } from 'vitest'
import { signInPath } from '#web/features/auth/routes.ts'
import { createAppRouter } from './router.tsx'

function routerAt(address: string) {
  const router = createAppRouter(new QueryClient())
  router.update({ ...router.options, history: createMemoryHistory({ initialEntries: [address] }) })
  return router
}

describe('a page is given nothing that it does not read', () => {
  for (const address of [
    `${signInPath}?next=https%3A%2F%2Felsewhere.example`,
    '/search?q=5',
    '/topology?q=5',
    '/sweeper?kind=5',
    '/nodes/app@one?q=5&zone=5&with=5',
    '/compare?leftCategory=5&leftSection=5',
    '/system-configs/sysconf?section=_design&q=5',
    '/system-configs/sysconf/matrix?q=5',
    '/storage/system?view=5',
  ]) {
    it(address, () => {
      const router = routerAt(address)
      const page = router.matchRoutes(router.parseLocation(router.history.location)).at(-1)
      expect(page?.search).toEqual({})
    })
  }
})
