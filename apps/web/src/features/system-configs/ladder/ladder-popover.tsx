import { type LeafOperation, placeIn } from '@strata/layered-config'
import { useCallback, useState } from 'react'
import { useTranslations } from 'use-intl'
import { AnchoredPopover } from '#web/components/anchored-popover.tsx'
import { enterRow } from '#web/components/schema-form/use-row-keys.ts'
import type { ShownSection } from '../components/shown-section.ts'
import type { Scope } from '../provenance/use-scope.ts'
import { keyText } from '../words/key-text.ts'
import { Ladder } from './ladder.tsx'
import { placeFor } from './ladder-facts.ts'

interface LadderPopoverProps extends Pick<ShownSection, 'detail' | 'state' | 'isReadOnly'> {
  ladder: LadderState
  scope: Scope
  onGo: (section: string, pointer: string) => void
}

/** The ladder at the chain that opened it. What it changes is changed in the draft. */
export function LadderPopover({ ladder, scope, detail, state, isReadOnly, onGo }: LadderPopoverProps) {
  const t = useTranslations('ladder')
  const { place, isOpen, close } = ladder
  if (place === undefined) return null
  const { pointer, anchor } = place
  const { category, drafted, dispatch } = state

  function change(operations: readonly LeafOperation[]) {
    close()
    dispatch({ type: 'apply', detail, operations })
  }

  function edit(section: string) {
    const row = anchor.closest<HTMLElement>('[data-row]')
    close()
    const target = placeIn(section, scope, pointer)
    if (section === scope.section && target === pointer) {
      // Once nothing holds the focus in the popover any more.
      requestAnimationFrame(() => row !== null && enterRow(row))
      return
    }
    const start = isReadOnly ? undefined : placeFor({ category, scope, pointer }, section)
    if (start !== undefined) dispatch({ type: 'apply', detail, operations: [start] })
    onGo(section, target)
  }

  return (
    <AnchoredPopover anchor={anchor} label={t('title', { key: keyText(pointer) })} isOpen={isOpen} onClose={close}>
      <Ladder
        question={{ scope, pointer, stored: detail, drafted: category, draft: drafted }}
        categoryId={detail.id}
        isReadOnly={isReadOnly}
        onEdit={edit}
        onChange={change}
        onLeave={close}
      />
    </AnchoredPopover>
  )
}

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
