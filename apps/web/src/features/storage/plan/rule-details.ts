import type { JsonObject } from '@strata/json'
import type { PlanRule } from '@strata/storage-plan'
import type { FormError } from '#web/components/schema-form/form-error.ts'
import { objectAt } from '../document/document-parts.ts'

/** Keys of a rule that its row shows. */
const rowKeys = ['attachments', 'connection']
const rowPointers = ['/attachments/handler', '/attachments/params/folder_path', '/connection']

/** Keys of a rule, and of its parts, that have their own fields; all others are kept and edited as what they are. */
export function knownRuleKeys({ type }: PlanRule): readonly string[] {
  return type === undefined ? [...rowKeys, 'database', 'types'] : rowKeys
}

export const knownAttachmentKeys: readonly string[] = ['handler', 'params', 'stub']
export const knownParams: readonly string[] = ['folder_path']

/** Whether a rule says more than its row shows, or something is wrong there: then it is shown without being asked for. */
export function hasDetails(rule: PlanRule, own: JsonObject, errors: readonly FormError[]): boolean {
  const attachments = objectAt(own, '/attachments')
  return (
    Object.hasOwn(attachments, 'stub') ||
    Object.hasOwn(own, 'database') ||
    hasOthers(objectAt(attachments, '/params'), knownParams) ||
    hasOthers(attachments, knownAttachmentKeys) ||
    hasOthers(own, knownRuleKeys(rule)) ||
    errors.some(({ pointer }) => !rowPointers.includes(pointer) && !pointer.startsWith('/types/'))
  )
}

function hasOthers(value: JsonObject, known: readonly string[]): boolean {
  return Object.keys(value).some((key) => !known.includes(key))
}
