import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import type { LayeredStorage } from './layered-storage.ts'
import { type PlanRule, planRules, rulePointer } from './plan-rule.ts'
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
export function danglingReferences(storage: LayeredStorage): DanglingReference[] {
  const { merged } = storage
  const reference = (map: 'attachments' | 'connections', id: JsonValue | undefined, rule: PlanRule, below: string) => {
    if (typeof id !== 'string' || defines(merged, map, id)) return []
    const kind = map === 'attachments' ? ('undefined-back-end' as const) : ('undefined-connection' as const)
    const pointer = rulePointer(rule) + below
    return [{ kind, id, pointer, layer: storage.decide(pointer, 'class')?.by.layer, rule }]
  }
  return planRules(merged).flatMap(({ content, ...rule }): DanglingReference[] => {
    const handler = isJsonObject(content.attachments) ? content.attachments.handler : undefined
    return [
      ...reference('attachments', handler, rule, '/attachments/handler'),
      ...reference('connections', content.connection, rule, '/connection'),
    ]
  })
}

function defines(merged: JsonObject, map: 'attachments' | 'connections', id: string): boolean {
  const entries = merged[map]
  return isJsonObject(entries) && Object.hasOwn(entries, id) && isJsonObject(entries[id])
}
