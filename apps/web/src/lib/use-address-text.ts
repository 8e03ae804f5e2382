import { useEffect, useEffectEvent, useState } from 'react'
import { useDebounced } from './use-debounced.ts'

/**
 * The text of a filter as typed; the address follows when the typing rests.
 * Where nobody is typing the address leads: what it said before is never written into it again.
 */
export function useAddressText(known: string, onSettled: (text: string) => void): [string, (text: string) => void] {
  const [typed, setTyped] = useState<string>()
  const [shown, setShown] = useState(known)
  const settled = useDebounced(typed, 150)
  const tell = useEffectEvent(onSettled)
  const isSettled = typed !== undefined && typed === settled
  if (shown !== known) {
    setShown(known)
    if (isSettled) setTyped(undefined)
  } else if (typed === known) setTyped(undefined)
  useEffect(() => {
    if (isSettled) tell(settled)
  }, [settled, isSettled])
  return [typed ?? known, setTyped]
}
