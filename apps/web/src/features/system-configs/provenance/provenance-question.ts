import type { Category } from '@strata/layered-config'
import type { DraftedCategory } from '../draft/category-draft.ts'
import type { Scope } from './use-scope.ts'

/** What is asked of a pointer of a section, as stored and as drafted. */
export interface ProvenanceQuestion {
  readonly scope: Scope
  readonly pointer: string
  readonly stored: Category
  readonly drafted: Category
  readonly draft: Pick<DraftedCategory, 'outcome' | 'isPinned'>
}
