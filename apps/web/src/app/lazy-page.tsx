import { useQuery } from '@tanstack/react-query'
import type { ComponentType, ReactNode } from 'react'
import { ErrorState } from '#web/components/error-state.tsx'
import { Skeleton } from '#web/components/skeleton.tsx'
import { ApiError } from '#web/lib/api-error.ts'
import { codeQuery } from '#web/lib/code-query.ts'

/**
 * A page, or the list beside it, whose code is loaded when it is first shown; `pending` stands there until it is.
 * Called once a module, as `React.lazy` is.
 */
export function lazyPage<Props extends object>(
  name: string,
  load: () => Promise<ComponentType<Props>>,
  pending: ReactNode = <Skeleton />,
) {
  const code = codeQuery(name, load)
  // biome-ignore lint/correctness/noComponentHookFactories: modules are evaluated once.
  return function LazyPage(props: Props) {
    const { data: Page, error, refetch } = useQuery(code)
    if (Page !== undefined) return <Page {...props} />
    if (error === null) return pending
    // The server has no such code: a mistake of ours, or another version than the one this page came from.
    if (!(error instanceof ApiError)) throw error
    return <ErrorState error={error} onRetry={() => void refetch()} />
  }
}
