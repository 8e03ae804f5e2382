import type { CategoryDetail } from '@strata/api-types'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { FormError } from '#web/components/schema-form/form-error.ts'
import type { FormValidator } from '#web/components/schema-form/load-validator.ts'
import { showToast } from '#web/components/toast.tsx'
import type { ApiError } from '#web/lib/api-error.ts'
import { useDraftKeys } from '#web/lib/draft/use-draft-keys.ts'
import { useSave } from '#web/lib/draft/use-save.ts'
import { useSession } from '#web/lib/session.tsx'
import { categoryQuery, saveCategoryMutation, storedRevision } from '../api/category.ts'
import { operationsIn } from './category-draft.ts'
import { useCategoryDraft } from './use-category-draft.ts'
import { useLastSave } from './use-last-save.ts'
import { isRelated, type SectionError, useSectionErrors } from './use-section-errors.ts'

interface EditedCategory {
  loaded: CategoryDetail
  form: FormValidator
  section: string
  /** Fields of the section whose text is no value yet. */
  unfinished?: readonly FormError[]
  /** Brings a place into view. */
  onShow: (section: string, pointer: string) => void
}

export type CategoryEditing = ReturnType<typeof useCategoryEditing>

/** The draft of a category with what is wrong in it, its review and its save: what every page that edits one works on. */
export function useCategoryEditing({ loaded, form, section, unfinished = [], onShow }: EditedCategory) {
  const { read_only: readOnly } = useSession()
  const client = useQueryClient()
  const state = useCategoryDraft(loaded)
  const { stored: detail, draft, category, count } = state
  const [isTried, setTried] = useState(false)
  const [isReviewing, setReviewing] = useState(false)
  const errors = useSectionErrors(form, category, draft.now, section)
  const tell = useSaveWords()
  const last = useLastSave(state)
  const saving = useSave({
    draft: state,
    mutation: saveCategoryMutation(detail.id),
    load: () => client.fetchQuery(categoryQuery(detail.id)),
    look: () => storedRevision(detail.id),
    onRetry: save,
    onRefused: (error) => tell.refused(errors.refuse(error)),
    onStored: (stored, { base_revision }) => {
      errors.forget()
      setReviewing(false)
      if (stored.revision === base_revision) tell.nothing()
      else last.tell(stored)
    },
  })
  // What is missing is told once somebody wants to save.
  const isTold = (error: FormError) => isTried || error.isMissing !== true
  const invalid: SectionError[] = [...unfinished.map((error) => ({ ...error, section })), ...errors.blocking]
  const write = { base_revision: detail.revision, operations: operationsIn(draft.now) }
  // What is invalid does not hide what the rest of the draft would do.
  const reviewed = {
    ...write,
    operations: write.operations.filter(
      (operation) =>
        operation.op === 'remove' ||
        !invalid.some((error) => error.section === operation.section && isRelated(operation.pointer, error.pointer)),
    ),
  }

  function show(name: string, pointer: string) {
    setReviewing(false)
    onShow(name, pointer)
  }

  function save() {
    if (saving.isPending || readOnly !== null || count === 0) return
    setTried(true)
    const [first] = invalid
    if (first === undefined) saving.save(write)
    else show(first.section, first.pointer)
  }

  // Once all steps are undone, what was saved is the one before them.
  const undo = state.count === 0 && draft.past.length === 0 && last.undo !== undefined ? last.undo : state.undo
  useDraftKeys({ draft: { undo, redo: state.redo }, isPending: saving.isPending, onSave: save })

  return {
    state,
    detail,
    saving,
    last,
    readOnly,
    reviewed,
    invalid,
    /** There is text that is no value yet, which no draft holds. */
    isUnfinished: unfinished.length > 0,
    toldInvalid: invalid.filter(isTold),
    /** What the form of the section shows. */
    errors: errors.of(section).filter(isTold),
    isReviewing,
    setReviewing,
    save,
    show,
    showRefused(error: ApiError, name: string, pointer: string) {
      errors.refuse(error)
      show(name, pointer)
    },
  }
}

/** Says what came of a save. */
function useSaveWords() {
  const t = useTranslations('systemConfigs.save')
  return {
    nothing: () => void showToast({ title: t('nothingStored'), description: t('nothingStoredText') }),
    /** Gives whether anything found its field. */
    refused(count: number): boolean {
      if (count > 0) {
        showToast({ title: t('refused'), description: t('refusedText', { count }), tone: 'bad', about: 'save' })
      }
      return count > 0
    },
  }
}
