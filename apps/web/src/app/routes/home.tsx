import { createRoute, redirect } from '@tanstack/react-router'
import { consoleRoute } from './console.tsx'

/** `/`: leads to the area the operator has most to do in. */
export const homeRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/',
  beforeLoad: ({ context }) => {
    throw redirect({ to: context.session.is_superduper_admin ? '/system-configs' : '/storage' })
  },
})
