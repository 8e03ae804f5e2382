import { useEffect, useState } from 'react'

type NameMatcher = (pattern: string, name: string) => boolean | undefined

/** Tells whether a pattern is found in a name, as the server does; undefined until it is loaded. */
export function useNameMatcher(): NameMatcher | undefined {
  const [matcher, setMatcher] = useState<{ readonly matches: NameMatcher }>()
  useEffect(() => {
    let isGone = false
    // Its engine weighs as much as half of the form: only a plan of KAZOO 5 needs it.
    void import('@strata/storage-plan/name-pattern').then(({ matchesName }) => {
      if (!isGone) setMatcher({ matches: matchesName })
    })
    return () => {
      isGone = true
    }
  }, [])
  return matcher?.matches
}
