import type { CategoryDetail } from '@strata/api-types'
import type { JsonObject } from '@strata/json'
import type { CategoryDraftState } from '../draft/use-category-draft.ts'
import type { SectionError } from '../draft/use-section-errors.ts'

/** What every part of a category's page knows of the section it shows. */
export interface ShownSection {
  readonly detail: CategoryDetail
  readonly section: string
  readonly state: CategoryDraftState
  readonly errors: readonly SectionError[]
  readonly isReadOnly: boolean
  /** The section shall hold these values; `place` names where they were edited, for undo. */
  readonly onEdit: (values: JsonObject, place: string) => void
}
