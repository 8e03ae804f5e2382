import { useEffect, useState } from 'react'
import { useSession } from '../session.tsx'
import { type WaitingDraft, waitingDrafts, watchDrafts } from './kept-drafts.ts'

/** The documents that have unsaved changes in this browser, the newest first. */
export function useWaitingDrafts(): readonly WaitingDraft[] {
  const session = useSession()
  const [waiting, setWaiting] = useState(() => waitingDrafts(session))
  useEffect(() => {
    const look = () => setWaiting(waitingDrafts(session))
    look()
    return watchDrafts(look)
  }, [session])
  return waiting
}

/** Whether a document has unsaved changes in this browser. */
export function useIsWaiting(): (document: string) => boolean {
  const waiting = useWaitingDrafts()
  return (document) => waiting.some((draft) => draft.document === document)
}
