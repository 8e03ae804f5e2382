import { createRoute, redirect } from '@tanstack/react-router'
import { sessionQuery } from '#web/features/auth/api/session.ts'
import { SignInPage } from '#web/features/auth/components/sign-in-page.tsx'
import { readSignInSearch, signInPath } from '#web/features/auth/routes.ts'
import { rootRoute } from './root.tsx'

/** `/sign-in?next=` */
export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: signInPath,
  validateSearch: readSignInSearch,
  beforeLoad: async ({ context, search }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery())
    if (session !== null) throw redirect({ href: search.next ?? '/' })
  },
  component: function SignIn() {
    const { next = '/' } = signInRoute.useSearch()
    const navigate = signInRoute.useNavigate()
    return <SignInPage onSignedIn={() => void navigate({ href: next, replace: true })} />
  },
})
