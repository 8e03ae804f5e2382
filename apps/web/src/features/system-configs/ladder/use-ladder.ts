import { useCallback, useState } from 'react'

/** What a ladder explains, and where it stands. */
export interface LadderPlace {
  readonly section: string
  readonly pointer: string
  readonly anchor: HTMLElement
}

export interface LadderState {
  /** Also while it closes. */
  readonly place: LadderPlace | undefined
  readonly isOpen: boolean
  readonly open: (pointer: string, anchor: HTMLElement) => void
  readonly close: () => void
}

/** One ladder for all fields of a section's form; another section closes it. */
export function useLadder(section: string): LadderState {
  const [place, setPlace] = useState<LadderPlace>()
  const [isOpen, setOpen] = useState(false)
  const open = useCallback(
    (pointer: string, anchor: HTMLElement) => {
      setPlace({ section, pointer, anchor })
      setOpen(true)
    },
    [section],
  )
  const close = useCallback(() => setOpen(false), [])
  return { place, isOpen: isOpen && place?.section === section, open, close }
}
