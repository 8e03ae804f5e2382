import type { CategoryDetail } from '@strata/api-types'
import type { Category } from '@strata/layered-config'
import { useCallback, useMemo } from 'react'
import { type DraftState, useDraft } from '#web/lib/draft/use-draft.ts'
import {
  applyDraft,
  type CategoryDraft,
  type Changes,
  type DraftAction,
  type DraftedCategory,
  reduceDraft,
} from './category-draft.ts'
import { categoryRules } from './category-rules.ts'

export interface CategoryDraftState extends DraftState<CategoryDetail, Changes> {
  readonly draft: CategoryDraft
  readonly drafted: DraftedCategory
  /** The drafted sections, for the rules of layered configs. */
  readonly category: Category
  readonly dispatch: (action: DraftAction) => void
}

/** The draft of one category, for every page of it. */
export function useCategoryDraft(loaded: CategoryDetail): CategoryDraftState {
  const state = useDraft(categoryRules, loaded.id, loaded)
  const { stored, history: draft, update } = state
  const dispatch = useCallback((action: DraftAction) => update((before) => reduceDraft(before, action)), [update])
  const drafted = useMemo(() => applyDraft(stored, draft), [stored, draft])
  const category = useMemo(() => ({ sections: drafted.sections, defaults: stored.defaults }), [drafted, stored])
  return { ...state, draft, drafted, category, dispatch }
}
