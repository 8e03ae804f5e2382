import { useEffect, useEffectEvent, useState } from 'react'
import { useDebounced } from './use-debounced.ts'

/** The text of a filter as typed; the address follows when the typing rests, and leads when somebody goes back. */
export function useAddressText(known: string, onSettled: (text: string) => void): [string, (text: string) => void] {
  const [text, setText] = useState(known)
  const [shown, setShown] = useState(known)
  const settled = useDebounced(text, 150)
  const tell = useEffectEvent(onSettled)
  if (shown !== known) {
    setShown(known)
    if (known !== settled) setText(known)
  }
  const isOwn = settled === text
  useEffect(() => {
    if (isOwn && settled !== shown) tell(settled)
  }, [settled, shown, isOwn])
  return [text, setText]
}
