import { type UseMutationOptions, useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { showToast } from '#web/components/toast.tsx'
import { ApiError, firstRefusal } from '../api-error.ts'
import { useFailureWords } from '../use-failure-words.ts'
import type { DraftState } from './use-draft.ts'

interface SaveSteps<Stored, Saved extends Stored, Write> {
  draft: Pick<DraftState<Stored, unknown>, 'revision' | 'begin'>
  mutation: UseMutationOptions<Saved, Error, Write>
  /** Loads what is stored now; the draft stands on that as soon as its page has it. */
  load: () => Promise<unknown>
  onStored: (stored: Saved, write: Write) => void
  /** Takes what the server refuses to where it is put right. Gives whether that told it. */
  onRefused?: (error: ApiError, write: Write) => boolean
}

/** How a save stands. */
export interface Saving {
  readonly isPending: boolean
  /** The stored document is not the one that the draft was made against: it was changed, or deleted. */
  readonly conflict: 'changed' | 'gone' | undefined
  /** Loads what is stored now and leaves the draft on top of it. */
  readonly reload: () => void
}

/**
 * Stores a draft on the revision that it was made against, and says what came of it.
 * - the draft is gone only once it is stored; whatever fails leaves it as it is
 */
export function useSave<Stored, Saved extends Stored, Write>({
  draft,
  mutation,
  load,
  onStored,
  onRefused,
}: SaveSteps<Stored, Saved, Write>) {
  const t = useTranslations('components.save')
  const words = useFailureWords()
  const [trouble, setTrouble] = useState<{ kind: Saving['conflict']; revision: string | null }>()
  // The page is open again in the moment in which the draft begins anew, not a moment later.
  const [isStored, setStored] = useState(false)
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  const saving = useMutation({
    ...mutation,
    // Not of the call: whoever left the page meanwhile is told, too.
    onError: tellFailure,
    onSuccess: (stored, ...rest) => {
      // Before the page has what is stored: the draft's own changes are no news to it.
      setStored(true)
      draft.begin(stored)
      return mutation.onSuccess?.(stored, ...rest)
    },
  })

  function tellFailure(error: Error, write: Write) {
    const { revision } = draft
    const kind = error instanceof ApiError ? error.kind : undefined
    if (isHere.current) {
      if (kind === 'conflict') return setTrouble({ kind: 'changed', revision })
      if (kind === 'not-found' && revision !== null) return setTrouble({ kind: 'gone', revision })
      if (error instanceof ApiError && error.validation !== undefined && onRefused?.(error, write)) return
    }
    const isAway = kind === 'offline' || kind === 'unavailable'
    const reason = firstRefusal(error) ?? words(error)
    showToast({ title: t('failed'), description: isAway ? `${reason} ${t('stays')}` : reason, tone: 'bad' })
  }

  return {
    isPending: saving.isPending && !isStored,
    conflict: trouble?.revision === draft.revision ? trouble.kind : undefined,
    save(write: Write) {
      setStored(false)
      saving.mutate(write, { onSuccess: onStored })
    },
    reload() {
      load().catch((error: unknown) => showToast({ title: t('loadFailed'), description: words(error), tone: 'bad' }))
    },
  }
}
