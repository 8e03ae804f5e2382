import { useSuspenseQuery } from '@tanstack/react-query'
import { createRoute, redirect } from '@tanstack/react-router'
import { sessionQuery } from '#web/features/auth/api/session.ts'
import { toSignIn } from '#web/features/auth/routes.ts'
import { SessionProvider } from '#web/lib/session.tsx'
import { Frame } from '../frame/frame.tsx'
import { rootRoute } from './root.tsx'

/** Everything behind the sign-in. */
export const consoleRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'console',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery())
    if (session === null) throw redirect(toSignIn(location.href))
    return { session }
  },
  component: function Console() {
    const { session: known } = consoleRoute.useRouteContext()
    // A session that ran out leaves the page, with its drafts, to the one who was signed in.
    const session = useSuspenseQuery(sessionQuery()).data ?? known
    return (
      <SessionProvider session={session}>
        <Frame />
      </SessionProvider>
    )
  },
})
