import { formatPointer, isJsonObject, type JsonObject } from '@strata/json'

/** The classes of databases that a plan tells apart, as consoles list them. `yodb` has a built-in rule only. */
export const planClasses = ['modb', 'account', 'yodb', 'system', 'aggregate'] as const

export type PlanClass = (typeof planClasses)[number]

/** For which months (`YYYYMM-YYYYMM`), or for names that match which pattern, a rule within another holds (KAZOO 5). */
export interface RuleCondition {
  readonly by: 'range' | 'regex'
  readonly key: string
}

/** One rule of a plan: what holds for a class of databases, or for one type of documents in it. */
export interface PlanRule {
  readonly planClass: string
  /** Undefined: whatever in the class has no rule of its own. */
  readonly type: string | undefined
  /** Of a rule that stands within that one. */
  readonly condition?: RuleCondition | undefined
}

/** A rule as a document has it. */
export interface StoredRule extends PlanRule {
  readonly content: JsonObject
}

/** Where a storage document keeps a rule. */
export function rulePointer({ planClass, type, condition }: PlanRule): string {
  const path = type === undefined ? ['plan', planClass] : ['plan', planClass, 'types', type]
  return formatPointer(condition === undefined ? path : [...path, condition.by, condition.key])
}

/** Every rule that a storage document has without a condition: each class of its plan, and each type in it. */
export function planRules(document: JsonObject): StoredRule[] {
  return objectEntries(document.plan).flatMap(([planClass, rule]) => [
    { planClass, type: undefined, content: rule },
    ...objectEntries(rule.types).map(([type, content]) => ({ planClass, type, content })),
  ])
}

function objectEntries(value: unknown): [string, JsonObject][] {
  if (!isJsonObject(value)) return []
  return Object.entries(value).filter((entry): entry is [string, JsonObject] => isJsonObject(entry[1]))
}
