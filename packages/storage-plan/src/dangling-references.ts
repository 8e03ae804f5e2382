import { formatPointer, isJsonObject, type JsonObject } from '@strata/json'
import type { KazooVersion } from './kazoo-version.ts'
import type { LayeredStorage } from './layered-storage.ts'
import type { PlanRule } from './plan-rule.ts'
import { type RuleReference, ruleReferences } from './rule-references.ts'
import type { RouteProblem } from './storage-route.ts'

/** A rule that names a back-end or connection which no layer defines. */
export interface DanglingReference extends RouteProblem {
  readonly rule: PlanRule
}

/**
 * Every rule of the merged layers that names a back-end or connection which none of them defines: KAZOO's reader fails
 * on it. Each with the place that names it and the layer that does.
 * - to check one document, give it and the layers below it, and look at what is its layer's
 * - names of another kind than texts are left to the schema
 */
export function danglingReferences(storage: LayeredStorage, version: KazooVersion): DanglingReference[] {
  return ruleReferences(storage.merged, version)
    .filter(({ map, id }) => !defines(storage.merged, map, id))
    .map(({ rule, map, id, pointer, saidAt }) => {
      return { kind: kindOf(map), id, pointer, layer: storage.decide(saidAt, 'class')?.by.layer, rule }
    })
}

/**
 * Those that the highest layer names: what it says holds, so that of the layers below no more is looked at than what
 * they say of the entries that it names.
 */
export function danglingInHighest(storage: LayeredStorage, version: KazooVersion): DanglingReference[] {
  const highest = storage.layers.at(-1)
  if (highest === undefined) return []
  return ruleReferences(highest.values, version)
    .filter(({ map, id }) => !storage.isDefined(formatPointer([map, id])))
    .map(({ rule, map, id, pointer }) => ({ kind: kindOf(map), id, pointer, layer: highest.name, rule }))
}

function kindOf(map: RuleReference['map']) {
  return map === 'attachments' ? 'undefined-back-end' : 'undefined-connection'
}

function defines(merged: JsonObject, map: 'attachments' | 'connections', id: string): boolean {
  const entries = merged[map]
  return isJsonObject(entries) && Object.hasOwn(entries, id) && isJsonObject(entries[id])
}
