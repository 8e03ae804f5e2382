import { useRouterState } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { VisuallyHidden } from 'react-aria-components'

/** Tells screen readers the title of a page they were taken to. */
export function RouteAnnouncer() {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname })
  const [title, setTitle] = useState('')

  // biome-ignore lint/correctness/useExhaustiveDependencies: the path says when to read the title again.
  useEffect(() => {
    // The page names itself in an effect of its own, after this one.
    const timer = setTimeout(() => setTitle(document.title), 100)
    return () => clearTimeout(timer)
  }, [path])

  return (
    <VisuallyHidden>
      <div aria-live="polite" aria-atomic="true">
        {title}
      </div>
    </VisuallyHidden>
  )
}
