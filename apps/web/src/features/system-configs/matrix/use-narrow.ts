import { useSyncExternalStore } from 'react'

const query = '(max-width: 900px)'

/** Whether the window is as narrow as a phone or a small tablet. */
export function useNarrow(): boolean {
  return useSyncExternalStore(follow, () => window.matchMedia(query).matches)
}

function follow(onChange: () => void): () => void {
  const list = window.matchMedia(query)
  list.addEventListener('change', onChange)
  return () => list.removeEventListener('change', onChange)
}
