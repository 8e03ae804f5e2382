import { isJsonObject, type JsonValue } from '@strata/json'
import { inspect } from '@strata/layered-config'
import { type RulePlace, rulePointer } from './plan-rules.ts'
import type { StorageLayer } from './storage-layers.ts'

/** What a rule says: where files go, under which folder, whether CouchDB keeps them too, where the document goes. */
export type RulePart = 'handler' | 'folder' | 'stub' | 'connection'

/** What holds for one part of a rule, and who says so. */
export interface Decision {
  readonly value: JsonValue | undefined
  /** Undefined where no layer says anything. */
  readonly layer: StorageLayer | undefined
  /** The rule of the whole class decides, for want of one of the type's own. */
  readonly isByClass: boolean
}

const partPointers: Readonly<Record<RulePart, string>> = {
  handler: '/attachments/handler',
  folder: '/attachments/params/folder_path',
  stub: '/attachments/stub',
  connection: '/connection',
}

/** Where a rule keeps one of its parts. */
export function partPointer(rule: RulePlace, part: RulePart): string {
  return rulePointer(rule) + partPointers[part]
}

/**
 * What holds for a part of a rule when `layers`, lowest first, decide together.
 * - of several layers the highest that says something counts, for each part by itself
 * - a type's rule counts before that of its class; its `params` replace those of the class as a whole
 * Source: kzs_plan.
 */
export function decideRule(layers: readonly StorageLayer[], rule: RulePlace, part: RulePart): Decision {
  if (rule.type === undefined) return decideAt(layers, rule, part)
  const ofType = decideAt(layers, rule, part)
  const hidesClass = ofType.value !== undefined || (part === 'folder' && hasParams(layers, rule))
  return hidesClass ? ofType : { ...decideAt(layers, { ...rule, type: undefined }, part), isByClass: true }
}

function decideAt(layers: readonly StorageLayer[], rule: RulePlace, part: RulePart): Decision {
  const { effective, setBy } = inspectPlans(layers, partPointer(rule, part))
  return { value: effective, layer: setBy === undefined ? undefined : layers[Number(setBy)], isByClass: false }
}

function hasParams(layers: readonly StorageLayer[], rule: RulePlace): boolean {
  return isJsonObject(inspectPlans(layers, `${rulePointer(rule)}/attachments/params`).effective)
}

/** Layers are told apart by their place in the list: two plans may bear the same name. */
function inspectPlans(layers: readonly StorageLayer[], pointer: string) {
  return inspect(
    layers.map(({ plan }, index) => ({ name: String(index), values: { plan } })),
    pointer,
  )
}
