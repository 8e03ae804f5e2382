import { isJsonObject, type JsonObject } from '@strata/json'
import { decide } from './decision.ts'
import { type PlanRule, planRules, rulePointer } from './plan-rule.ts'
import { mergedStorage, type StorageLayer } from './storage-layer.ts'
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
export function danglingReferences(layers: readonly StorageLayer[]): DanglingReference[] {
  const merged = mergedStorage(layers)
  const reference = (rule: PlanRule, below: string, map: 'attachments' | 'connections'): DanglingReference[] => {
    const named = decide(layers, rulePointer(rule) + below, 'class')
    if (typeof named?.value !== 'string' || defines(merged, map, named.value)) return []
    const kind = map === 'attachments' ? 'undefined-back-end' : 'undefined-connection'
    return [{ kind, id: named.value, pointer: named.by.pointer, layer: named.by.layer, rule }]
  }
  return planRules(merged).flatMap((rule) => [
    ...reference(rule, '/attachments/handler', 'attachments'),
    ...reference(rule, '/connection', 'connections'),
  ])
}

function defines(merged: JsonObject, map: 'attachments' | 'connections', id: string): boolean {
  const entries = merged[map]
  return isJsonObject(entries) && Object.hasOwn(entries, id) && isJsonObject(entries[id])
}
