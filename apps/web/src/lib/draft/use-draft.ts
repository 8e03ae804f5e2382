import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useSession } from '../session.tsx'
import { pageTitle } from '../use-document-title.ts'
import { beginDraft, type Draft, type DraftRules, movedDraft, restoredDraft } from './draft.ts'
import { type History, redo, undo } from './history.ts'
import { draftKey, forgetDraft, isKeptSince, type KeptDraft, keepDraft } from './kept-drafts.ts'

/** The operator's unsaved work on one document, and what may be done with it. */
export interface DraftState<Stored, Work> extends Draft<Stored, Work> {
  /** Of the stored document; null where nothing is stored. */
  readonly revision: string | null
  /** How much changes. */
  readonly count: number
  /** Whether the draft survives a reload. */
  readonly isKept: boolean
  /** So does everything in it: no secret was typed, which is not kept. */
  readonly isKeptWhole: boolean
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
 * - two tabs on one document share one place: what is kept there is the last one's, the other is told that its is not,
 *   and neither takes away what the other keeps
 */
export function useDraft<Stored, Work, Kept extends KeptDraft>(
  rules: DraftRules<Stored, Work, Kept>,
  address: string,
  loaded: Stored,
): DraftState<Stored, Work> {
  const key = draftKey(useSession(), address)
  const ownAt = useRef<number>(undefined)
  const [{ seen, draft }, setState] = useState(() => {
    const kept = rules.read(key, Date.now())
    ownAt.current = kept?.keptAt
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
  const isMoot = draft.restored === undefined && rules.count(stored, history.now) === 0
  useEffect(() => {
    // What was kept is stored by now, or has no place any more: nothing waits.
    if (isMoot) forgetOwn(key, ownAt)
  }, [isMoot, key])
  const isKept = useKept(rules, key, draft, ownAt)
  const isWhole = useMemo(() => rules.keep(stored, history.now).secrets.length === 0, [rules, stored, history.now])
  return {
    ...draft,
    revision: rules.revisionOf(stored),
    count: rules.count(stored, history.now),
    isKept,
    isKeptWhole: isKept && isWhole,
    update,
    undo: () => update(undo),
    redo: () => update(redo),
    discard: () => setDraft((now) => beginDraft(rules, now.stored)),
    begin(next) {
      // Also where the page is left before it shows the draft that begins now.
      forgetOwn(key, ownAt)
      setDraft(() => beginDraft(rules, next))
    },
    settle: () => setDraft((now) => ({ ...now, moved: undefined })),
  }
}

/** Takes away what this tab keeps; what another one keeps in its place stays. */
function forgetOwn(key: string, ownAt: RefObject<number | undefined>): void {
  if (ownAt.current !== undefined && isKeptSince(key, ownAt.current)) forgetDraft(key)
}

/** Keeps a draft as long as it has changes. Gives whether it is kept: one that is too large, or of two tabs the first, is not. */
function useKept<Stored, Work, Kept extends KeptDraft>(
  rules: DraftRules<Stored, Work, Kept>,
  key: string,
  { stored, history, restored }: Draft<Stored, Work>,
  ownAt: RefObject<number | undefined>,
): boolean {
  const known = useRef(history.now)
  const [isKept, setKept] = useState(true)
  useEffect(() => {
    if (history.now === known.current) return
    known.current = history.now
    if (rules.count(stored, history.now) === 0) return forgetOwn(key, ownAt)
    const kept = rules.keep(stored, history.now)
    // What was not kept before may not be typed again yet.
    const secrets = [...new Set([...kept.secrets, ...(restored?.secrets ?? [])])]
    ownAt.current = Date.now()
    const page = { path: window.location.pathname, title: pageTitle() }
    setKept(keepDraft(key, { ...kept, secrets, page, revision: rules.revisionOf(stored), keptAt: ownAt.current }))
  }, [rules, key, stored, history.now, restored, ownAt])
  useEffect(() => {
    // Of other tabs only: they keep something else there now, or took it away.
    const listen = (event: StorageEvent) => {
      if (event.key === key) setKept(false)
    }
    window.addEventListener('storage', listen)
    return () => window.removeEventListener('storage', listen)
  }, [key])
  return isKept
}
