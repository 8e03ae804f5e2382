import { getAt } from '@strata/json'
import { type DefinedEntry, definedEntries } from './defined-entries.ts'
import { planRules, rulePointer } from './plan-rule.ts'
import { mergedStorage, type StorageLayer } from './storage-layer.ts'

/**
 * The back-ends and connections that the layers define and no rule of theirs names; `local` is never among them.
 * Files stored in one of them before are still read back from there: unused is not the same as not needed.
 */
export function unusedEntries(layers: readonly StorageLayer[]): DefinedEntry[] {
  const merged = mergedStorage(layers)
  const rules = planRules(merged)
  const named = (below: string) => new Set(rules.map((rule) => getAt(merged, rulePointer(rule) + below)))
  const used = { attachments: named('/attachments/handler'), connections: named('/connection').add('local') }
  return definedEntries(layers).filter(({ map, id }) => !used[map].has(id))
}
