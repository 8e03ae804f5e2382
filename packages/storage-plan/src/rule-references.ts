import { formatPointer, isJsonObject, type JsonObject } from '@strata/json'
import type { KazooVersion } from './kazoo-version.ts'
import { type PlanRule, planRules, rulePointer, type StoredRule } from './plan-rule.ts'
import { storedRules } from './storage-limits.ts'

/** A place of a plan that names a back-end or connection. */
export interface RuleReference {
  readonly rule: PlanRule
  readonly map: 'attachments' | 'connections'
  readonly id: string
  readonly pointer: string
  /** What a layer says or leaves as a whole: the place itself, or the list that it is in. */
  readonly saidAt: string
}

/**
 * Every place of a document's plan that names an entry.
 * - rules by month and by name, and connections that changes are copied to, count for KAZOO 5 alone
 * - names of another kind than texts are left to the schema
 */
export function ruleReferences(document: JsonObject, version: KazooVersion): RuleReference[] {
  if (version === '4.3') return planRules(document).flatMap(plainReferences)
  return storedRules(document).flatMap((rule) => [...plainReferences(rule), ...copyReferences(rule)])
}

function plainReferences({ content, ...rule }: StoredRule): RuleReference[] {
  const at = (map: RuleReference['map'], id: unknown, part: string): RuleReference[] => {
    const pointer = rulePointer(rule) + part
    return typeof id === 'string' ? [{ rule, map, id, pointer, saidAt: pointer }] : []
  }
  const handler = isJsonObject(content.attachments) ? content.attachments.handler : undefined
  return [
    ...at('attachments', handler, '/attachments/handler'),
    ...at('connections', content.connection, '/connection'),
  ]
}

function copyReferences({ content, ...rule }: StoredRule): RuleReference[] {
  const saidAt = rulePointer(rule) + copiesPart
  const ids = Array.isArray(content.secondary_connections) ? content.secondary_connections : []
  return ids.flatMap((id, index): RuleReference[] => {
    const pointer = saidAt + formatPointer([String(index)])
    return typeof id === 'string' ? [{ rule, map: 'connections', id, pointer, saidAt }] : []
  })
}

/** Where a rule of KAZOO 5 lists the connections that changes are copied to. */
export const copiesPart = '/secondary_connections'
