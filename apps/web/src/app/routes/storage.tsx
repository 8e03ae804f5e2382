import { createRoute } from '@tanstack/react-router'
import { consoleRoute } from './console.tsx'

/** `/storage` and everything below it. */
export const storageRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/storage',
})
