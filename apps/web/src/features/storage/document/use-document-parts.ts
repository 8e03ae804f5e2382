import type { JsonObject } from '@strata/json'
import { withValueAt } from '../plan/plan-rules.ts'
import { useStorageDocument } from './document-context.ts'
import { errorsBelow } from './document-errors.ts'
import { objectAt } from './document-parts.ts'

/** Gives parts of the document as forms take them: what a part says, what is wrong in it, its change; an empty one goes. */
export function useDocumentParts() {
  const { fields, errors, change } = useStorageDocument()
  return (place: string) => ({
    value: objectAt(fields, place),
    errors: errorsBelow(errors, place),
    onChange: (next: JsonObject) =>
      change((before) => withValueAt(before, place, Object.keys(next).length === 0 ? undefined : next)),
  })
}
