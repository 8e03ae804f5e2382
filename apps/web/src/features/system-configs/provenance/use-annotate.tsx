import type { CategoryDetail } from '@strata/api-types'
import { formatPointer, getAt, isJsonObject, type JsonObject, type JsonValue, setAt } from '@strata/json'
import { applyLeafOperations, type Category, placeIn } from '@strata/layered-config'
import { useCallback, useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { Annotate, FieldAnnotation, FieldTarget } from '#web/components/schema-form/field-annotation.tsx'
import { showToast } from '#web/components/toast.tsx'
import type { ShownSection } from '../components/shown-section.ts'
import type { DraftedCategory } from '../draft/category-draft.ts'
import { useReadingPhrases } from '../words/use-reading-phrases.ts'
import { useFieldText } from '../words/use-reading-words.ts'
import { type Provenance, provenance } from './field-provenance.ts'
import { hasSameAnswer } from './has-same-answer.ts'
import { heldValue } from './held-value.ts'
import { ProvenanceNote } from './provenance-note.tsx'
import type { ProvenanceQuestion } from './provenance-question.ts'
import type { useRefusedBelow } from './use-refused-below.ts'
import type { Scope } from './use-scope.ts'

interface AnnotateParts {
  scope: Scope
  detail: CategoryDetail
  drafted: DraftedCategory
  category: Category
  /** The field that the address asks for. */
  target: (FieldTarget & { readonly pointer: string }) | undefined
  isReadOnly: boolean
  /** Of the values that a field inherits, the one that the schema refuses. */
  refusedBelow: ReturnType<typeof useRefusedBelow>
  onEdit: (values: JsonObject, place: string) => void
  onPin: (pointer: string, isPinned: boolean) => void
  /** Opens the ladder of a field at an element of its row. */
  onExplain: (pointer: string, anchor: HTMLElement) => void
}

interface Remembered {
  readonly question: ProvenanceQuestion
  /** The facts as text: the same facts give the same. */
  readonly facts: string
  readonly annotation: FieldAnnotation
}

/**
 * What the form says beside every field of a section.
 * - a field about which nothing changed gets the very annotation it had, so that its row is not drawn anew
 * - nothing is worked out for a field under a key that no section changed: a form asks for all of them with every key
 */
export function useAnnotate(parts: AnnotateParts): Annotate {
  const { scope, detail, drafted, category, target, isReadOnly, refusedBelow } = parts
  const { section } = scope
  const latest = useRef(parts)
  latest.current = parts
  const resetText = useResetText()
  const standingText = useStandingText()
  const setting = JSON.stringify([section, isReadOnly])
  const memory = useRef({ setting, target, refusedBelow, known: new Map<string, Remembered>() })
  const { current } = memory
  if (current.setting !== setting || current.target !== target || current.refusedBelow !== refusedBelow) {
    memory.current = { setting, target, refusedBelow, known: new Map() }
  }
  const { known } = memory.current

  return useCallback(
    (pointer) => {
      const question = { scope, pointer, stored: detail, drafted: category, draft: drafted }
      const remembered = known.get(pointer)
      if (remembered !== undefined && hasSameAnswer(remembered.question, question)) return remembered.annotation
      const facts = provenance(question)
      const written = JSON.stringify(facts)
      if (remembered?.facts === written) {
        known.set(pointer, { ...remembered, question })
        return remembered.annotation
      }
      const label = isReadOnly ? undefined : resetText(facts)
      const standing = standingText(facts)
      const annotation: FieldAnnotation = {
        ...markOf(facts),
        ...(target?.pointer === pointer ? { target } : {}),
        ...(target?.pointer.startsWith(`${pointer}/`) ? { holdsTarget: target } : {}),
        note: (
          <ProvenanceNote
            section={section}
            pointer={pointer}
            facts={facts}
            refused={facts.kind === 'leaf' ? refusedBelow(pointer, facts) : undefined}
            category={detail.id}
            isReadOnly={isReadOnly}
            onPin={(isPinned) => latest.current.onPin(pointer, isPinned)}
            onMove={() => move(latest.current, pointer)}
            onExplain={(anchor) => latest.current.onExplain(pointer, anchor)}
          />
        ),
        isWhole: facts.kind === 'leaf',
        ...(standing === undefined ? {} : { standing }),
        ...(label === undefined ? {} : { reset: { label, run: () => reset(latest.current, pointer) } }),
      }
      known.set(pointer, { question, facts: written, annotation })
      return annotation
    },
    [scope, section, detail, drafted, category, target, isReadOnly, refusedBelow, resetText, standingText, known],
  )
}

function markOf(facts: Provenance): Pick<FieldAnnotation, 'mark'> {
  if (facts.isUnsaved) return { mark: 'unsaved' }
  const differs = facts.kind === 'group' ? facts.differing > 0 : facts.differs
  return differs ? { mark: 'set' } : {}
}

/** What is unsaved goes back to what is stored; what is stored gives way to what is inherited. */
function reset({ scope, detail, drafted, category, onEdit }: AnnotateParts, pointer: string): void {
  const { section } = scope
  const facts = provenance({ scope, pointer, stored: detail, drafted: category, draft: drafted })
  const back = facts.isUnsaved ? getAt(detail.sections, formatPointer([section]) + pointer) : undefined
  onEdit(withValue(category, section, pointer, back), pointer)
}

/** What no node reads goes to where nodes look for it. */
function move({ scope, category, onEdit }: AnnotateParts, pointer: string): void {
  const { section } = scope
  const value = getAt(category.sections, formatPointer([section]) + pointer)
  const without = withValue(category, section, pointer, undefined)
  const place = placeIn(section, scope, pointer)
  onEdit(withValue({ ...category, sections: { [section]: without } }, section, place, value), place)
}

function useResetText(): (facts: Provenance) => string | undefined {
  const t = useTranslations('systemConfigs.reset')
  const phrases = useReadingPhrases()
  return useCallback(
    (facts) => {
      if (facts.kind === 'group') {
        if (facts.isUnsaved) return t('undoGroup')
        return facts.set === 0 ? undefined : t('group', { count: facts.set })
      }
      const { own, stored, without } = facts
      if (facts.isUnsaved && stored !== undefined) {
        return t(own === undefined ? 'putBack' : 'undo', { value: phrases.value(stored) })
      }
      if (own === undefined) return undefined
      const [base] = without
      if (without.length > 1) return t('toAny', { readings: phrases.all(without) })
      if (base.value === undefined) return t('toUnset')
      const value = phrases.value(base.value)
      return base.layer === 'built-in' ? t('toBuiltIn', { value }) : t('to', { value, layer: phrases.layer(base) })
    },
    [t, phrases],
  )
}

/** How a list or a map stands to what would hold without this section; undefined where nobody knows what that is. */
function useStandingText(): (facts: Provenance) => string | undefined {
  const t = useTranslations('ladder.standing')
  const phrases = useReadingPhrases()
  return useCallback(
    (facts) => {
      const held = heldValue(facts.without)
      if (held.kind === 'unknown' || held.kind === 'not-read' || held.value === undefined) return undefined
      const layer = phrases.layer(held.kind === 'value' ? held.layer : { layer: 'schema', section: '' })
      if (facts.kind === 'leaf') return facts.differs ? t('differs', { layer }) : t('same', { layer })
      return facts.differing === 0 ? t('same', { layer }) : t('differing', { count: facts.differing, layer })
    },
    [t, phrases],
  )
}

/** The section's values with another one at a pointer; without one, nothing is left there, emptied parents included. */
function withValue({ sections }: Category, section: string, pointer: string, value: JsonValue | undefined): JsonObject {
  const own = getAt(sections, formatPointer([section]))
  const values = isJsonObject(own) ? own : {}
  const next =
    value === undefined
      ? applyLeafOperations({ sections: { [section]: values }, defaults: {} }, [{ section, pointer, op: 'remove' }])
          .sections[section]
      : setAt(values, pointer, value)
  return isJsonObject(next) ? next : values
}

/** Takes a reset as a step of its own, and offers to put back what it took, whatever was edited since. */
export function useReset(shown: Pick<ShownSection, 'detail' | 'section' | 'state'>) {
  const t = useTranslations('systemConfigs')
  const fieldText = useFieldText()
  const latest = useRef({ ...shown, t, fieldText })
  latest.current = { ...shown, t, fieldText }
  const hideLast = useRef<() => void>(undefined)

  return useCallback((next: JsonObject, pointer: string) => {
    const { detail, section, state, t: words, fieldText: name } = latest.current
    const value = getAt(state.drafted.sections, formatPointer([section]) + pointer)
    state.dispatch({ type: 'edit', detail, section, next })

    function putBack() {
      const operation =
        value === undefined
          ? ({ section, pointer, op: 'remove' } as const)
          : ({ section, pointer, op: 'set', value } as const)
      const { state: now, detail: stored } = latest.current
      now.dispatch({ type: 'apply', detail: stored, operations: [operation] })
    }

    hideLast.current?.()
    hideLast.current = showToast({
      title: words('reset.done', { field: name({ section, pointer }) }),
      action: { label: words('save.undo'), onPress: putBack },
    })
  }, [])
}
