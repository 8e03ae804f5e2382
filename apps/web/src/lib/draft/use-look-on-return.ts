import { useEffect, useEffectEvent, useRef } from 'react'

interface Look {
  /** Of what the page shows; null where nothing is stored. */
  revision: string | null
  /** Gives the revision that is stored now. */
  look: () => Promise<string | null>
  /** Nothing is compared meanwhile. */
  isBusy: boolean
  /** Called when what is stored is another than what the page shows. */
  onOther: (stored: string | null) => void
}

/** Looks whenever somebody comes back to the page whether what it shows is still what is stored. */
export function useLookOnReturn({ revision, look, isBusy, onOther }: Look): void {
  const isLooking = useRef(false)
  const compare = useEffectEvent((stored: string | null, shown: string | null) => {
    // Saved, or loaded, while it was looked: the page shows another one by now.
    if (!isBusy && revision === shown && stored !== shown) onOther(stored)
  })
  const lookNow = useEffectEvent(async () => {
    if (isBusy || isLooking.current || document.visibilityState === 'hidden') return
    isLooking.current = true
    try {
      compare(await look(), revision)
    } catch {
      // The frame tells that the server is away, or that the session has ended.
    } finally {
      isLooking.current = false
    }
  })
  useEffect(() => {
    const onReturn = () => void lookNow()
    window.addEventListener('focus', onReturn)
    document.addEventListener('visibilitychange', onReturn)
    return () => {
      window.removeEventListener('focus', onReturn)
      document.removeEventListener('visibilitychange', onReturn)
    }
  }, [])
}
