import type { CategorySaved } from '@strata/api-types'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { showToast } from '#web/components/toast.tsx'
import { useFieldText } from '../words/use-reading-words.ts'
import { reduceDraft } from './category-draft.ts'
import { standingWayBack } from './standing-way-back.ts'
import type { CategoryDraftState } from './use-category-draft.ts'
import { useSavedText } from './use-saved-text.ts'

/** The last save made on this page, and the way back from it, which live until the page is left. */
export interface LastSave {
  /** Undefined where nothing was stored yet, or it was put aside. */
  readonly saved: CategorySaved | undefined
  readonly tell: (saved: CategorySaved) => void
  /** Puts the way back into the draft; undefined where there is none. */
  readonly undo: (() => void) | undefined
  readonly putAside: () => void
}

export function useLastSave(state: CategoryDraftState): LastSave {
  const t = useTranslations('systemConfigs.saved')
  const savedText = useSavedText()
  const fieldText = useFieldText()
  const [last, setLast] = useState<{ saved: CategorySaved; isAside: boolean }>()
  const hideToast = useRef<() => void>(undefined)
  // A toast stays while the draft goes on.
  const now = useRef(state)
  useEffect(() => {
    now.current = state
  })
  useEffect(() => () => hideToast.current?.(), [])

  function undo(saved: CategorySaved) {
    hideToast.current?.()
    const { stored, update } = now.current
    const { operations, taken } = standingWayBack(saved, stored)
    if (operations.length > 0) {
      update((history) => reduceDraft(history, { type: 'take-back', detail: stored, operations }))
    }
    if (taken.length > 0) {
      showToast({ title: t('taken', { count: taken.length }), description: taken.map(fieldText).join(', ') })
    }
  }

  return {
    saved: last === undefined || last.isAside ? undefined : last.saved,
    tell(saved) {
      setLast({ saved, isAside: false })
      const { way_back: back } = saved.saved
      hideToast.current = showToast({
        title: savedText(saved.saved),
        tone: 'good',
        about: 'save',
        ...(back.lost.length === 0 ? {} : { description: t('lost', { places: back.lost.map(fieldText).join(', ') }) }),
        ...(back.operations.length === 0 ? {} : { action: { label: t('undo'), onPress: () => undo(saved) } }),
      })
    },
    undo: last === undefined || last.saved.saved.way_back.operations.length === 0 ? undefined : () => undo(last.saved),
    putAside: () => setLast((before) => before && { ...before, isAside: true }),
  }
}
