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
import { categoryQuery } from '../api/category.ts'
import { saveCategoryMutation } from '../api/save-category.ts'
import { flushConfigs, flushPlans } from '../review/flush-commands.ts'
import { operationsIn } from './category-draft.ts'
import { useCategoryDraft } from './use-category-draft.ts'
import { type SectionError, useSectionErrors } from './use-section-errors.ts'

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
  const saving = useSave({
    draft: state,
    mutation: saveCategoryMutation(detail.id),
    load: () => client.fetchQuery(categoryQuery(detail.id)),
    onRefused: (error) => tell.refused(errors.refuse(error)),
    onStored: (stored, { base_revision }) => {
      errors.forget()
      setReviewing(false)
      tell.stored(stored.revision !== base_revision)
    },
  })
  // What is missing is told once somebody wants to save.
  const isTold = (error: FormError) => isTried || error.isMissing !== true
  const invalid: SectionError[] = [...unfinished.map((error) => ({ ...error, section })), ...errors.blocking]
  const write = { base_revision: detail.revision, operations: operationsIn(draft.now) }

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

  useDraftKeys({ draft: state, isPending: saving.isPending, onSave: save })

  return {
    state,
    detail,
    saving,
    readOnly,
    write,
    invalid,
    toldInvalid: invalid.filter(isTold),
    /** What the form of the section shows. */
    errors: errors.of(section).filter(isTold),
    isReviewing,
    setReviewing,
    save,
    showRefused(error: ApiError, name: string, pointer: string) {
      errors.refuse(error)
      show(name, pointer)
    },
  }
}

/** Says what came of a save. */
function useSaveWords() {
  const t = useTranslations('systemConfigs.save')
  const commands = `${flushConfigs}\n${flushPlans}`
  return {
    stored(isAnything: boolean) {
      if (!isAnything) return void showToast({ title: t('nothingStored'), description: t('nothingStoredText') })
      showToast({
        title: t('stored'),
        description: t('storedText', { configs: flushConfigs, plans: flushPlans }),
        tone: 'good',
        action: { label: t('copyCommands'), onPress: () => void navigator.clipboard.writeText(commands) },
      })
    },
    /** Gives whether anything found its field. */
    refused(count: number): boolean {
      if (count > 0) showToast({ title: t('refused'), description: t('refusedText', { count }), tone: 'bad' })
      return count > 0
    },
  }
}
