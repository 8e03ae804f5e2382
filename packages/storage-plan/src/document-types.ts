import type { LayeredStorage } from './layered-storage.ts'
import { type PlanClass, planRules } from './plan-rule.ts'
import { heardBy } from './resolve-route.ts'

/** Types of documents that usually carry files in the databases of a class; those of `system` are databases. */
const usualTypes: Readonly<Record<PlanClass, readonly string[]>> = {
  modb: ['mailbox_message', 'call_recording', 'fax', 'media'],
  account: ['media', 'private_media', 'function'],
  yodb: [],
  system: ['system_media', 'faxes', 'functions'],
  aggregate: ['fax', 'function'],
}

/** The types of a class that are worth a row of their own: the usual ones, and those that the layers have a rule for. */
export function documentTypes(storage: LayeredStorage, planClass: PlanClass): string[] {
  const rules = planRules(heardBy(storage, planClass).merged)
  const ruled = rules.flatMap((rule) => (rule.planClass === planClass && rule.type !== undefined ? [rule.type] : []))
  return [...new Set([...usualTypes[planClass], ...ruled])]
}
