import { parsePointer } from '@strata/json'
import { useState } from 'react'
import type { StorageDocument } from './document-context.ts'

/** Which entries are open, and the place that was asked to be shown last; showing one inside an entry opens that. */
export function useShownEntries(): Pick<StorageDocument, 'isOpen' | 'setOpen' | 'shownPlace' | 'showPlace'> {
  const [open, setAll] = useState<ReadonlySet<string>>(new Set())
  const [shownPlace, setShownPlace] = useState<StorageDocument['shownPlace']>()
  const setOpen: StorageDocument['setOpen'] = (map, id, isOpen) =>
    setAll((before) => {
      const key = `${map}/${id}`
      return isOpen ? new Set([...before, key]) : new Set([...before].filter((other) => other !== key))
    })
  return {
    isOpen: (map, id) => open.has(`${map}/${id}`),
    setOpen,
    shownPlace,
    showPlace(pointer) {
      const [map, id] = parsePointer(pointer)
      if ((map === 'attachments' || map === 'connections') && id !== undefined) setOpen(map, id, true)
      setShownPlace({ pointer })
    },
  }
}
