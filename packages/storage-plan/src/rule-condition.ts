import { isJsonObject } from '@strata/json'
import type { RuleCondition, StoredRule } from './plan-rule.ts'

/** A rule within another that holds for some months, or some names of databases, only. */
export interface ConditionalRule extends StoredRule {
  readonly condition: RuleCondition
}

/** The rules by month and by name that stand within a rule of a storage document, as KAZOO 5 reads them. */
export function conditionalRulesIn({ content, ...rule }: StoredRule): ConditionalRule[] {
  return (['range', 'regex'] as const).flatMap((by) => {
    const conditions = content[by]
    if (!isJsonObject(conditions)) return []
    return Object.entries(conditions).flatMap(([key, inner]) =>
      isJsonObject(inner) ? [{ ...rule, condition: { by, key }, content: inner }] : [],
    )
  })
}
