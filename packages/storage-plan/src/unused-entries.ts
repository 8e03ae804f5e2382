import { isJsonObject } from '@strata/json'
import { type DefinedEntry, definedEntries } from './defined-entries.ts'
import type { LayeredStorage } from './layered-storage.ts'
import { planRules } from './plan-rule.ts'

/**
 * The back-ends and connections that the layers define and no rule of theirs names; `local` is never among them.
 * Files stored in one of them before are still read back from there: unused is not the same as not needed.
 */
export function unusedEntries(storage: LayeredStorage): DefinedEntry[] {
  const rules = planRules(storage.merged).map(({ content }) => content)
  const handlers = rules.map(({ attachments }) => (isJsonObject(attachments) ? attachments.handler : undefined))
  const used = {
    attachments: new Set(handlers),
    connections: new Set(['local', ...rules.map(({ connection }) => connection)]),
  }
  return definedEntries(storage).filter(({ map, id }) => !used[map].has(id))
}
