import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'

/** Something that the page in sight can do, for whoever looks for it by its name. */
export interface PageAction {
  readonly label: string
  readonly shortcut?: string
  readonly run: () => void
}

let known: readonly PageAction[] = []
const listeners = new Set<() => void>()

/** Offers an action as long as the page is in sight and can do it. */
export function usePageAction({ label, shortcut, run }: PageAction, isEnabled: boolean): void {
  const runLatest = useEffectEvent(run)
  useEffect(() => {
    if (!isEnabled) return
    const action = { label, run: () => runLatest(), ...(shortcut === undefined ? {} : { shortcut }) }
    tell([...known, action])
    return () => tell(known.filter((other) => other !== action))
  }, [label, shortcut, isEnabled])
}

/** What the page in sight can do now, as it was offered. */
export function usePageActions(): readonly PageAction[] {
  return useSyncExternalStore(listen, () => known)
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

function tell(next: readonly PageAction[]): void {
  known = next
  for (const listener of listeners) listener()
}
