import { formatPointer, isJsonObject, type JsonObject } from '@strata/json'

/** The classes of databases that a plan tells apart, as consoles list them. `yodb` has a built-in rule only. */
export const planClasses = ['modb', 'account', 'yodb', 'system', 'aggregate'] as const

export type PlanClass = (typeof planClasses)[number]

/** For which months (`YYYYMM-YYYYMM`), or for names that match which pattern, a rule within another holds (KAZOO 5). */
export interface RuleCondition {
  readonly by: 'range' | 'regex'
  readonly key: string
}

/**
 * One rule of a plan: what holds for a class of databases, or for one type of documents in it. Of a known class
 * (`PlanRule<PlanClass>`) it is a question as well: where such documents go.
 */
export interface PlanRule<Class extends string = string> {
  readonly planClass: Class
  /** Of `system` the database's name. Undefined: whatever in the class has no rule of its own. */
  readonly type: string | undefined
  /** Of a rule that stands within that one. */
  readonly condition?: RuleCondition | undefined
}

/** A rule as a document has it. */
export interface StoredRule extends PlanRule {
  readonly content: JsonObject
}

/** A rule within another that holds for some months, or some names of databases, only. */
interface ConditionalRule extends StoredRule {
  readonly condition: RuleCondition
}

export function isPlanClass(name: string): name is PlanClass {
  return planClasses.some((known) => known === name)
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

/** The rules by month and by name that stand within a rule of a storage document, as KAZOO 5 reads them. */
export function conditionalRulesIn({ content, ...rule }: StoredRule): ConditionalRule[] {
  return (['range', 'regex'] as const).flatMap((by) =>
    objectEntries(content[by]).map(([key, inner]) => ({ ...rule, condition: { by, key }, content: inner })),
  )
}

function objectEntries(value: unknown): [string, JsonObject][] {
  if (!isJsonObject(value)) return []
  return Object.entries(value).filter((entry): entry is [string, JsonObject] => isJsonObject(entry[1]))
}
