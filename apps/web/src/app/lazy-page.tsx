import { useSuspenseQuery } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import { codeQuery } from '#web/lib/code-query.ts'

/** A page, or the list beside it, whose code is loaded when it is first shown. Called once a module, as `React.lazy` is. */
export function lazyPage<Props extends object>(name: string, load: () => Promise<ComponentType<Props>>) {
  const code = codeQuery(name, load)
  // biome-ignore lint/correctness/noComponentHookFactories: modules are evaluated once.
  return function LazyPage(props: Props) {
    const { data: Page } = useSuspenseQuery(code)
    return <Page {...props} />
  }
}
