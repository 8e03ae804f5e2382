import type { JsonValue } from '@strata/json'
import { planClasses, resolveRoute, type StorageRoute } from '@strata/storage-plan'
import { type RulePlace, rulePointer } from './plan-rules.ts'
import { planLayers, type StorageLayer, storageLayerOf } from './storage-layers.ts'

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
  const route = planClass === undefined ? undefined : resolveRoute(planLayers(layers), { planClass, type: rule.type })
  const decided = route === undefined ? undefined : partOf(route, part)
  return {
    value: decided?.value,
    layer: storageLayerOf(layers, decided?.by?.layer),
    isByClass: rule.type !== undefined && decided?.by?.level === 'class',
  }
}

function partOf({ connection, backEnd }: StorageRoute, part: RulePart) {
  switch (part) {
    case 'handler':
      return backEnd?.id
    case 'folder':
      return backEnd?.settings.folder_path
    case 'stub':
      return backEnd === undefined ? undefined : { value: backEnd.mode.value === 'stub', by: backEnd.mode.by }
    case 'connection':
      return connection.id
  }
}
