import { useSyncExternalStore } from 'react'

/** Whether the window is as narrow as a phone or a small tablet. */
export const useNarrow = createWidth('(max-width: 900px)')

/** Whether a form leaves a third of the window empty. */
export const useVeryWide = createWidth('(min-width: 2100px)')

function createWidth(query: string): () => boolean {
  function follow(onChange: () => void): () => void {
    const list = window.matchMedia(query)
    list.addEventListener('change', onChange)
    return () => list.removeEventListener('change', onChange)
  }
  return () => useSyncExternalStore(follow, () => window.matchMedia(query).matches)
}
