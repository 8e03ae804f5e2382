import { getAt, type JsonValue } from '@strata/json'
import { layeredStorage, planClasses, routeRule } from '@strata/storage-plan'
import { type RulePlace, rulePointer } from './plan-rules.ts'
import { layerName, type StorageLayer, storageLayerOf } from './storage-layers.ts'

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

/** What holds for a part of a rule when `layers`, lowest first, decide together. */
export function decideRule(layers: readonly StorageLayer[], rule: RulePlace, part: RulePart): Decision {
  const planClass = planClasses.find((name) => name === rule.databaseClass)
  const plans = layers.map((layer) => ({ name: layerName(layer), values: { plan: layer.plan } }))
  const question = planClass && { planClass, type: rule.type }
  const decided = question && partOf(routeRule(layeredStorage(plans), question), part)
  return {
    value: decided?.value,
    layer: storageLayerOf(layers, decided?.by?.layer),
    isByClass: rule.type !== undefined && decided?.by?.level === 'class',
  }
}

function partOf(rule: ReturnType<typeof routeRule>, part: RulePart) {
  switch (part) {
    case 'handler':
    case 'stub':
      return rule.attachments(part)
    case 'folder': {
      const params = rule.attachments('params')
      return params === undefined ? undefined : { value: getAt(params.value, '/folder_path'), by: params.by }
    }
    case 'connection':
      return rule.connection()
  }
}
