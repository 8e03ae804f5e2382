import { getAt, type JsonValue } from '@strata/json'
import type { Decider } from './decide.ts'
import type { LayeredStorage } from './layered-storage.ts'
import { isPlanClass, type PlanRule, rulePointer } from './plan-rule.ts'
import { routeRule } from './resolve-route.ts'

/** What a rule says: where files go, below which folder, whether CouchDB keeps them too, where documents go. */
export type RulePartName = 'handler' | 'folder' | 'stub' | 'connection'

const pointers: Readonly<Record<RulePartName, string>> = {
  handler: '/attachments/handler',
  folder: '/attachments/params/folder_path',
  stub: '/attachments/stub',
  connection: '/connection',
}

/** Where a storage document keeps one part of a rule. */
export function rulePartPointer(rule: PlanRule, part: RulePartName): string {
  return rulePointer(rule) + pointers[part]
}

/** What holds for a part of a rule, and who says so: nobody, of classes that no plan tells apart. */
export interface DecidedPart {
  /** Undefined with a decider: `params` are replaced as a whole, also by those without a folder. */
  readonly value: JsonValue | undefined
  readonly by: Decider | undefined
  /** The rule of the whole class decides, for want of one of the type's own. */
  readonly isByClass: boolean
}

const undecided: DecidedPart = { value: undefined, by: undefined, isByClass: false }

/** What the rule of a type and that of its class say of one part; a condition of the rule has no say in it. */
export function decidedPart(storage: LayeredStorage, { planClass, type }: PlanRule, part: RulePartName): DecidedPart {
  if (!isPlanClass(planClass)) return undecided
  const rule = routeRule(storage, { planClass, type })
  const key = part === 'folder' ? 'params' : part
  const said = key === 'connection' ? rule.connection() : rule.attachments(key)
  if (said === undefined) return undecided
  const { value, by } = said
  const isByClass = type !== undefined && by.level === 'class'
  return { value: part === 'folder' ? getAt(value, '/folder_path') : value, by, isByClass }
}
