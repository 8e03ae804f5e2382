import { formatPointer, getAt, isJsonObject } from '@strata/json'
import { keyIn, leafFacts, leaves, placeOfKey, readPointer } from '@strata/layered-config'
import type { ProvenanceQuestion } from './provenance-question.ts'

type Question = Omit<ProvenanceQuestion, 'stored'>

/**
 * Whether a value is what colour and the filter mean by "differs": it is set here, it will be stored, and it is other than
 * what holds without the section. Every leaf that is set, pins included, is an override.
 */
export function differs(question: Question): boolean {
  const { scope, pointer, drafted } = question
  return isStored(question) && leafFacts({ category: drafted, reader: scope, pointer }).differs
}

/** Whether a leaf that is set is kept by the next save: what equals the API's inherited value is not, unless pinned. */
export function isStored({ scope, pointer, draft }: Pick<Question, 'scope' | 'pointer' | 'draft'>): boolean {
  return draft.outcome(scope.section, pointer) !== 'dropped-as-inherited'
}

/** What a section sets at and below a pointer that may differ: leaves, and what is read whole, which may lack something. */
export function placesIn({ scope, pointer, drafted }: Pick<Question, 'scope' | 'pointer' | 'drafted'>): string[] {
  const own = getAt(drafted.sections, formatPointer([scope.section]) + pointer)
  if (!isJsonObject(own)) return []
  const all = leaves(own).flatMap((leaf) => {
    const place = pointer + leaf.pointer
    const read = readPointer(keyIn(scope, place), scope.readsMembers)
    return read === undefined ? [place] : [placeOfKey(scope.section, read), place]
  })
  return [...new Set(all)]
}

/** Nothing twice: not an object around what is named itself. */
export function innermost(pointers: readonly string[]): string[] {
  return pointers.filter((pointer) => !pointers.some((other) => other.startsWith(`${pointer}/`)))
}
