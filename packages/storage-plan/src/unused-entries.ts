import { type DefinedEntry, definedEntries } from './defined-entries.ts'
import type { KazooVersion } from './kazoo-version.ts'
import type { LayeredStorage } from './layered-storage.ts'
import { ruleReferences } from './rule-references.ts'

/**
 * The back-ends and connections that the layers define and no rule of theirs names; `local` is never among them.
 * Files stored in one of them before are still read back from there: unused is not the same as not needed.
 */
export function unusedEntries(storage: LayeredStorage, version: KazooVersion): DefinedEntry[] {
  const references = ruleReferences(storage.merged, version)
  const named = (map: DefinedEntry['map']) => references.flatMap((each) => (each.map === map ? [each.id] : []))
  const used = { attachments: new Set(named('attachments')), connections: new Set(['local', ...named('connections')]) }
  return definedEntries(storage).filter(({ map, id }) => !used[map].has(id))
}
