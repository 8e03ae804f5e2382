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

export interface CategoryDraftState {
  readonly draft: CategoryDraft
  readonly drafted: DraftedCategory
  /** The drafted sections, for the rules of layered configs. */
  readonly category: Category
  readonly dispatch: ActionDispatch<[DraftAction]>
}

/** The draft of one category. When another version of the document is loaded, the changes are made to that. */
export function useCategoryDraft(detail: CategoryDetail): CategoryDraftState {
  const [draft, dispatch] = useReducer(reduceDraft, detail, beginDraft)
  if (draft.revision !== detail.revision) dispatch({ type: 'rebase', detail })
  const current = draft.revision === detail.revision ? draft : beginDraft(detail)
  const drafted = useMemo(() => applyDraft(detail, current), [detail, current])
  const category = useMemo(() => ({ sections: drafted.sections, defaults: detail.defaults }), [drafted, detail])
  return { draft: current, drafted, category, dispatch }
}
