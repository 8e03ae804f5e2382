import type { CategoryDetail } from '@strata/api-types'
import { formatPointer, getAt, isJsonObject, type JsonObject, type JsonValue, setAt } from '@strata/json'
import { applyLeafOperations, type Category } from '@strata/layered-config'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import type { Annotate, FieldAnnotation } from '#web/components/schema-form/field-annotation.tsx'
import type { DraftedCategory } from './category-draft.ts'
import { ProvenanceNote } from './components/provenance-note.tsx'
import { type GroupProvenance, type LeafProvenance, provenance } from './field-provenance.ts'
import { useLayerText, useValueText } from './use-value-words.ts'

interface AnnotateParts {
  section: string
  detail: CategoryDetail
  drafted: DraftedCategory
  category: Category
  /** Pointer of the field that the address asks for. */
  target: string | undefined
  isReadOnly: boolean
  onEdit: (values: JsonObject, place: string) => void
  onPin: (pointer: string, isPinned: boolean) => void
  onOpen: (section: string, pointer: string) => void
}

/** What the form says beside every field of a section. */
export function useAnnotate(parts: AnnotateParts): Annotate {
  const { section, detail, drafted, category, target, isReadOnly, onEdit, onPin, onOpen } = parts
  const resetText = useResetText()
  return useCallback(
    (pointer) => {
      const facts = provenance({ section, pointer, stored: detail, drafted: category, draft: drafted })
      const back = valueToGoBackTo(facts, valueAt(detail.sections, section, pointer))
      const label = resetText(facts)
      return {
        ...markOf(facts),
        isTarget: target === pointer,
        holdsTarget: target?.startsWith(`${pointer}/`) ?? false,
        note: (
          <ProvenanceNote
            section={section}
            facts={facts}
            isReadOnly={isReadOnly}
            onPin={(isPinned) => onPin(pointer, isPinned)}
            onOpen={(other) => onOpen(other, pointer)}
          />
        ),
        ...(label === undefined || isReadOnly
          ? {}
          : { reset: { label, run: () => onEdit(withValue(category, section, pointer, back), pointer) } }),
      }
    },
    [section, detail, drafted, category, target, isReadOnly, onEdit, onPin, onOpen, resetText],
  )
}

function markOf(facts: LeafProvenance | GroupProvenance): Pick<FieldAnnotation, 'mark'> {
  const isUnsaved = facts.kind === 'leaf' ? facts.isUnsaved : facts.unsaved
  const isSet = facts.kind === 'leaf' ? facts.own !== undefined : facts.set > 0
  return isUnsaved ? { mark: 'unsaved' } : isSet ? { mark: 'set' } : {}
}

/** What is unsaved goes back to what is stored; what is stored gives way to what is inherited. */
function valueToGoBackTo(facts: LeafProvenance | GroupProvenance, stored: JsonValue | undefined) {
  const isUnsaved = facts.kind === 'leaf' ? facts.isUnsaved : facts.unsaved
  return isUnsaved ? stored : undefined
}

function useResetText(): (facts: LeafProvenance | GroupProvenance) => string | undefined {
  const t = useTranslations('systemConfigs.reset')
  const text = useValueText()
  const layerText = useLayerText()
  return useCallback(
    (facts) => {
      if (facts.kind === 'group') {
        if (facts.unsaved) return t('undoGroup')
        return facts.set === 0 ? undefined : t('group', { count: facts.set })
      }
      const { own, stored, isUnsaved, inherited } = facts
      if (isUnsaved && stored !== undefined) {
        return t(own === undefined ? 'putBack' : 'undo', { value: text(stored) })
      }
      if (own === undefined) return undefined
      if (inherited === undefined) return t('toUnset')
      const value = text(inherited.value)
      return inherited.layer === 'schema'
        ? t('toBuiltIn', { value })
        : t('to', { value, layer: layerText(inherited.layer) })
    },
    [t, text, layerText],
  )
}

function valueAt(sections: JsonObject, section: string, pointer: string): JsonValue | undefined {
  return getAt(sections, formatPointer([section]) + pointer)
}

/** The section's values with another one at a pointer; without one, nothing is left there, emptied parents included. */
function withValue(category: Category, section: string, pointer: string, value: JsonValue | undefined): JsonObject {
  const own = valueAt(category.sections, section, '')
  const values = isJsonObject(own) ? own : {}
  if (value !== undefined) {
    const next = setAt(values, pointer, value)
    return isJsonObject(next) ? next : values
  }
  const removed = applyLeafOperations({ sections: { [section]: values }, defaults: {} }, [
    { section, pointer, op: 'remove' },
  ]).sections[section]
  return isJsonObject(removed) ? removed : values
}
