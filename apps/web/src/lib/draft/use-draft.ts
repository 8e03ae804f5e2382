import { useCallback, useEffect, useRef, useState } from 'react'
import { useSession } from '../session.tsx'
import { beginDraft, type Draft, type DraftRules, movedDraft, restoredDraft } from './draft.ts'
import { type History, redo, undo } from './history.ts'
import { draftKey, forgetDraft, type KeptDraft, keepDraft } from './kept-drafts.ts'

/** The operator's unsaved work on one document, and what may be done with it. */
export interface DraftState<Stored, Work> extends Draft<Stored, Work> {
  /** Of the stored document; null where nothing is stored. */
  readonly revision: string | null
  /** How much changes. */
  readonly count: number
  /** Whether the draft survives a reload. */
  readonly isKept: boolean
  readonly update: (change: (history: History<Work>, stored: Stored) => History<Work>) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly discard: () => void
  /** Begins anew on what is stored now. */
  readonly begin: (stored: Stored) => void
  /** What was told of the move to another version is read. */
  readonly settle: () => void
}

/**
 * The draft of the document at an address.
 * - it begins with what this browser kept of it, and is kept as long as it has changes, without secrets
 * - when another version of the document is loaded, the changes are made to that
 */
export function useDraft<Stored, Work, Kept extends KeptDraft>(
  rules: DraftRules<Stored, Work, Kept>,
  address: string,
  loaded: Stored,
): DraftState<Stored, Work> {
  const key = draftKey(useSession(), address)
  const [{ seen, draft }, setState] = useState(() => {
    const kept = rules.read(key, Date.now())
    const restored = kept === undefined ? undefined : restoredDraft(rules, kept, loaded)
    return { seen: loaded, draft: restored ?? beginDraft(rules, loaded) }
  })
  if (seen !== loaded) setState({ seen: loaded, draft: movedDraft(rules, draft, loaded) })
  const { stored, history } = draft
  const setDraft = useCallback(
    (next: (draft: Draft<Stored, Work>) => Draft<Stored, Work>) =>
      setState((state) => ({ ...state, draft: next(state.draft) })),
    [],
  )
  const update = useCallback<DraftState<Stored, Work>['update']>(
    (change) => setDraft((now) => ({ ...now, history: change(now.history, now.stored) })),
    [setDraft],
  )
  return {
    ...draft,
    revision: rules.revisionOf(stored),
    count: rules.count(stored, history.now),
    isKept: useKept(rules, key, draft),
    update,
    undo: () => update(undo),
    redo: () => update(redo),
    discard: () => setDraft((now) => beginDraft(rules, now.stored)),
    begin(next) {
      // Also where the page is left before it shows the draft that begins now.
      forgetDraft(key)
      setDraft(() => beginDraft(rules, next))
    },
    settle: () => setDraft((now) => ({ ...now, moved: undefined })),
  }
}

/** Keeps a draft as long as it has changes. Gives whether it is kept: one that is too large is not. */
function useKept<Stored, Work, Kept extends KeptDraft>(
  rules: DraftRules<Stored, Work, Kept>,
  key: string,
  { stored, history, restored }: Draft<Stored, Work>,
): boolean {
  const known = useRef(history.now)
  const [isKept, setKept] = useState(true)
  useEffect(() => {
    if (history.now === known.current) return
    known.current = history.now
    if (rules.count(stored, history.now) === 0) return forgetDraft(key)
    const kept = rules.keep(stored, history.now)
    // What was not kept before may not be typed again yet.
    const secrets = [...new Set([...kept.secrets, ...(restored?.secrets ?? [])])]
    setKept(keepDraft(key, { ...kept, secrets, revision: rules.revisionOf(stored), keptAt: Date.now() }))
  }, [rules, key, stored, history.now, restored])
  return isKept
}
