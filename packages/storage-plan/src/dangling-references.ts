import { isJsonObject, type JsonObject } from '@strata/json'
import type { KazooVersion } from './kazoo-version.ts'
import type { LayeredStorage } from './layered-storage.ts'
import type { PlanRule } from './plan-rule.ts'
import { ruleReferences } from './rule-references.ts'
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
      const kind = map === 'attachments' ? 'undefined-back-end' : 'undefined-connection'
      return { kind, id, pointer, layer: storage.decide(saidAt, 'class')?.by.layer, rule }
    })
}

function defines(merged: JsonObject, map: 'attachments' | 'connections', id: string): boolean {
  const entries = merged[map]
  return isJsonObject(entries) && Object.hasOwn(entries, id) && isJsonObject(entries[id])
}
