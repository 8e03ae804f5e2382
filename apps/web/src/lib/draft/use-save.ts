import { type UseMutationOptions, useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { dismissAbout, showToast } from '#web/components/toast.tsx'
import { ApiError, firstRefusal } from '../api-error.ts'
import { useFailureWords } from '../use-failure-words.ts'
import type { DraftState } from './use-draft.ts'
import { useLookOnReturn } from './use-look-on-return.ts'

interface SaveSteps<Stored, Saved extends Stored, Write> {
  draft: Pick<DraftState<Stored, unknown>, 'revision' | 'count' | 'begin'>
  mutation: UseMutationOptions<Saved, Error, Write>
  /** Loads what is stored now; the draft stands on that as soon as its page has it. */
  load: () => Promise<unknown>
  /** Gives the revision of what is stored now, null for nothing, and leaves the page as it is. */
  look: () => Promise<string | null>
  onStored: (stored: Saved, write: Write) => void
  /** Saves the draft as it is by then, after a save that had no answer. */
  onRetry: () => void
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
 * - what others stored while the page was out of sight is loaded, or told where there is a draft
 */
export function useSave<Stored, Saved extends Stored, Write>({
  draft,
  mutation,
  load,
  look,
  onStored,
  onRetry,
  onRefused,
}: SaveSteps<Stored, Saved, Write>) {
  const t = useTranslations('components.save')
  const words = useFailureWords()
  const [trouble, setTrouble] = useState<{ kind: Saving['conflict']; revision: string | null }>()
  // The page is open again in the moment in which the draft begins anew, not a moment later.
  const [isStored, setStored] = useState(false)
  const isHere = useRef(true)
  const retry = useRef(onRetry)
  useEffect(() => {
    retry.current = onRetry
  })
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
      dismissAbout('save')
      draft.begin(stored)
      // The page tells of it itself, but not to somebody who has left it.
      if (!isHere.current) showToast({ title: t('storedAway'), description: t('storedAwayText'), tone: 'good' })
      return mutation.onSuccess?.(stored, ...rest)
    },
  })

  function tellFailure(error: Error, write: Write) {
    const { revision } = draft
    const kind = error instanceof ApiError ? error.kind : undefined
    // The session's end asks for the password; the draft waits.
    if (kind === 'unauthenticated') return
    if (isHere.current) {
      if (kind === 'conflict') return setTrouble({ kind: 'changed', revision })
      if (kind === 'not-found' && revision !== null) return setTrouble({ kind: 'gone', revision })
      if (error instanceof ApiError && error.validation !== undefined && onRefused?.(error, write)) return
    }
    const isAway = kind === 'offline' || kind === 'unavailable'
    const reason = firstRefusal(error) ?? words(error)
    const description = isAway ? `${reason} ${t('stays')}` : reason
    showToast({
      title: t('failed'),
      description,
      tone: 'bad',
      about: 'save',
      ...(isAway && isHere.current ? { action: { label: t('again'), onPress: tryAgain } } : {}),
    })
  }

  function tryAgain() {
    if (isHere.current) retry.current()
  }

  const isPending = saving.isPending && !isStored
  useLookOnReturn({
    revision: draft.revision,
    look,
    isBusy: isPending || trouble?.revision === draft.revision,
    onOther(stored) {
      if (draft.count > 0) setTrouble({ kind: stored === null ? 'gone' : 'changed', revision: draft.revision })
      else reload(() => showToast({ title: t('loadedMeanwhile'), description: t('loadedMeanwhileText') }))
    },
  })

  function reload(onLoaded?: () => void) {
    load().then(onLoaded, (error: unknown) => {
      if (error instanceof ApiError && error.kind === 'not-found')
        setTrouble({ kind: 'gone', revision: draft.revision })
      else showToast({ title: t('loadFailed'), description: words(error), tone: 'bad' })
    })
  }

  return {
    isPending,
    conflict: trouble?.revision === draft.revision ? trouble.kind : undefined,
    save(write: Write) {
      setStored(false)
      saving.mutate(write, { onSuccess: onStored })
    },
    reload: () => reload(),
  }
}
