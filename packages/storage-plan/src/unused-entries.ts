import { formatPointer, getAt, isJsonObject } from '@strata/json'
import { decide } from './decision.ts'
import { planRules, rulePointer } from './plan-rule.ts'
import { type LayerName, mergedStorage, type StorageLayer } from './storage-layer.ts'

/** A back-end or connection of the layers. */
export interface DefinedEntry {
  readonly map: 'attachments' | 'connections'
  readonly id: string
  /** The highest layer that has a say in it. */
  readonly layer: LayerName
}

/**
 * The back-ends and connections that the layers define and no rule of theirs names; `local` is never among them.
 * Files stored in one of them before are still read back from there: unused is not the same as not needed.
 */
export function unusedEntries(layers: readonly StorageLayer[]): DefinedEntry[] {
  const merged = mergedStorage(layers)
  const named = (below: string) => new Set(planRules(merged).map((rule) => getAt(merged, rulePointer(rule) + below)))
  const unused = (map: DefinedEntry['map'], used: ReadonlySet<unknown>): DefinedEntry[] =>
    Object.keys(isJsonObject(merged[map]) ? merged[map] : {}).flatMap((id) => {
      const layer = used.has(id) ? undefined : decide(layers, formatPointer([map, id]), 'entry')?.by.layer
      return layer === undefined ? [] : [{ map, id, layer }]
    })
  return [
    ...unused('attachments', named('/attachments/handler')),
    ...unused('connections', named('/connection').add('local')),
  ]
}
