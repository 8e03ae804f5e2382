import type { Change } from './store.ts'

/** A document that changed while its changes were read comes twice; what it is now counts. */
export function latestChanges(changes: readonly Change[]): Change[] {
  const last = new Map(changes.map((change, index) => [change.id, index]))
  return changes.filter(({ id }, index) => last.get(id) === index)
}
