import { formatPointer, type JsonValue } from '@strata/json'
import type { Decided, Decider } from './decide.ts'
import type { LayeredStorage } from './layered-storage.ts'
import { type PlanRule, rulePointer } from './plan-rule.ts'

/** A part of a rule as some layer says it. */
export type RulePart<Value extends JsonValue = JsonValue> = Decided<Value> & { readonly by: Decider }

/** One rule as the layers together have it. */
export interface RuleReader {
  /** What the rule of the type says, else the one of its class. Anything else than a text says nothing. */
  connection(): RulePart<string> | undefined
  /** The same for a key of `attachments`, whatever its value is. */
  attachments(key: string): RulePart | undefined
}

/** Reads a rule part by part: of the type's own rule and that of its class, each part of the first counts by itself. */
export function ruleReader(storage: LayeredStorage, { planClass, type }: PlanRule): RuleReader {
  const ofClass = (below: string) => storage.decide(rulePointer({ planClass, type: undefined }) + below, 'class')
  const ofType = (below: string) =>
    type === undefined ? undefined : storage.decide(rulePointer({ planClass, type }) + below, 'type')
  return {
    connection: () => textPart(ofType('/connection')) ?? textPart(ofClass('/connection')),
    attachments(key) {
      const below = formatPointer(['attachments', key])
      return ofType(below) ?? ofClass(below)
    },
  }
}

function textPart(part: RulePart | undefined): RulePart<string> | undefined {
  return part !== undefined && typeof part.value === 'string' ? { value: part.value, by: part.by } : undefined
}
