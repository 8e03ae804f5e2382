import { formatPointer, type JsonObject, parsePointer } from '@strata/json'
import { sectionValues } from '@strata/layered-config'
import type { ProvenanceQuestion } from './provenance-question.ts'

/**
 * Whether what a field is, and where that comes from, was asked before: what it may depend on is the very same.
 * - of the sections that is what each of them holds under the field's first key; an edit leaves the other keys alone
 * - a key that begins with `default` lies elsewhere in the section of that name (`placeOfKey`): then nothing may differ
 */
export function hasSameAnswer(before: ProvenanceQuestion, after: ProvenanceQuestion): boolean {
  const { scope, pointer, stored, drafted, draft } = after
  const { section } = scope
  return (
    before.scope === scope &&
    before.stored === stored &&
    before.drafted.defaults === drafted.defaults &&
    holdsSameAt(after, before.drafted.sections) &&
    before.draft.outcome(section, pointer) === draft.outcome(section, pointer) &&
    before.draft.isPinned(section, pointer) === draft.isPinned(section, pointer)
  )
}

function holdsSameAt(
  { pointer, scope, drafted: { sections: after } }: ProvenanceQuestion,
  before: JsonObject,
): boolean {
  if (before === after) return true
  const [key] = parsePointer(pointer)
  const names = Object.keys(after)
  if (key === undefined || key === 'default' || scope.isDeclared(formatPointer(['default', key]))) return false
  if (names.length !== Object.keys(before).length) return false
  return names.every(
    (name) => before[name] === after[name] || memberOf(before, name, key) === memberOf(after, name, key),
  )
}

function memberOf(sections: JsonObject, section: string, key: string): unknown {
  const values = sectionValues(sections, section)
  return Object.hasOwn(values, key) ? values[key] : undefined
}
