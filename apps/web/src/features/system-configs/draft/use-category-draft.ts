import type { CategoryDetail } from '@strata/api-types'
import type { Category } from '@strata/layered-config'
import { type ActionDispatch, useMemo, useReducer } from 'react'
import {
  applyDraft,
  beginDraft,
  type CategoryDraft,
  type DraftAction,
  type DraftedCategory,
  reduceDraft,
} from './category-draft.ts'
import { type RestoredDraft, useDraftStart, useKeptDraft } from './use-kept-draft.ts'

export interface CategoryDraftState {
  readonly draft: CategoryDraft
  readonly drafted: DraftedCategory
  /** The drafted sections, for the rules of layered configs. */
  readonly category: Category
  readonly dispatch: ActionDispatch<[DraftAction]>
  /** What the draft began with, where this browser had kept one. */
  readonly restored: RestoredDraft | undefined
  /** Whether the draft survives a reload. */
  readonly isKept: boolean
}

/**
 * The draft of one category; a page of the category begins with what this browser kept of it.
 * - when another version of the document is loaded, the changes are made to that
 */
export function useCategoryDraft(detail: CategoryDetail): CategoryDraftState {
  const start = useDraftStart(detail)
  const [draft, dispatch] = useReducer(reduceDraft, start.draft)
  if (draft.revision !== detail.revision) dispatch({ type: 'rebase', detail })
  const current = draft.revision === detail.revision ? draft : beginDraft(detail)
  const isKept = useKeptDraft(detail.id, current, start)
  const drafted = useMemo(() => applyDraft(detail, current), [detail, current])
  const category = useMemo(() => ({ sections: drafted.sections, defaults: detail.defaults }), [drafted, detail])
  return { draft: current, drafted, category, dispatch, restored: start.restored, isKept }
}
