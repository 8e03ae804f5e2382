import type { CategoryDetail } from '@strata/api-types'
import type { LeafOperation } from '@strata/layered-config'
import { useEffect, useMemo, useRef, useState } from 'react'
import { draftKey, forgetDraft, keepDraft } from '#web/lib/draft/kept-drafts.ts'
import { useSession } from '#web/lib/session.tsx'
import { beginDraft, type CategoryDraft, type Changes, operationsIn, reduceDraft } from './category-draft.ts'
import { type KeptCategoryDraft, keptDraft, type LeafPlace, withoutSecrets } from './draft-store.ts'

/** What was taken up again of a draft that this browser kept. */
export interface RestoredDraft {
  readonly keptAt: number
  /** The stored document is another one than the changes were made against. */
  readonly isMoved: boolean
  /** How many changes stand. */
  readonly count: number
  /** Secrets that have to be typed again. */
  readonly secrets: readonly LeafPlace[]
}

interface DraftStart {
  readonly draft: CategoryDraft
  readonly restored: RestoredDraft | undefined
}

/** The draft that a category's page begins with: the one that was kept, made against what is stored now, or a new one. */
export function useDraftStart(detail: CategoryDetail): DraftStart {
  const key = draftKey(useSession(), detail.id)
  const [start] = useState(() => startOf(detail, keptDraft(key, Date.now())))
  return start
}

/**
 * Keeps a draft in this browser as long as it has changes, so that it survives a reload; never a secret.
 * Gives whether the draft is kept: one that is too large is not.
 */
export function useKeptDraft(category: string, { revision, now: changes }: CategoryDraft, start: DraftStart): boolean {
  const key = draftKey(useSession(), category)
  const known = useRef(start.draft.now)
  const [isKept, setKept] = useState(true)
  const missing = useMemo(() => start.restored?.secrets ?? [], [start])

  useEffect(() => {
    if (changes === known.current) return
    known.current = changes
    const all = operationsIn(changes)
    const { operations, secrets } = withoutSecrets(all)
    if (all.length === 0) return forgetDraft(key)
    const places = [...secrets, ...missing.filter((place) => !all.some((one) => isSamePlace(one, place)))]
    const draft: KeptCategoryDraft = { revision, keptAt: Date.now(), operations, secrets: places }
    setKept(keepDraft(key, draft))
  }, [key, revision, changes, missing])

  return isKept
}

function startOf(detail: CategoryDetail, kept: KeptCategoryDraft | undefined): DraftStart {
  const empty = beginDraft(detail)
  if (kept === undefined) return { draft: empty, restored: undefined }
  const draft = reduceDraft({ ...empty, now: bySection(kept.operations) }, { type: 'rebase', detail })
  const count = operationsIn(draft.now).length
  const { keptAt, revision, secrets } = kept
  const isAnything = count > 0 || secrets.length > 0
  return { draft, restored: isAnything ? { keptAt, isMoved: revision !== detail.revision, count, secrets } : undefined }
}

function bySection(operations: readonly LeafOperation[]): Changes {
  const names = [...new Set(operations.map(({ section }) => section))]
  return Object.fromEntries(names.map((name) => [name, operations.filter(({ section }) => section === name)]))
}

function isSamePlace(a: LeafPlace, b: LeafPlace): boolean {
  return a.section === b.section && a.pointer === b.pointer
}
