import { type PlanRule, type RuleCondition, rulePointer, type StorageLayerName } from '@strata/storage-plan'
import { useState } from 'react'
import { useStorageDocument } from '../document/document-context.ts'
import { objectAt } from '../document/document-parts.ts'
import { withValueAt } from '../plan/plan-rules.ts'

/** The rules of one kind within a rule. */
export interface Conditions {
  /** Those of the document, and those that were begun and say nothing yet. */
  readonly keys: readonly string[]
  /** Those that layers below say alone. */
  readonly inherited: readonly { readonly key: string; readonly layer: StorageLayerName }[]
  readonly add: (key: string) => void
  readonly remove: (key: string) => void
}

export function useConditions(rule: PlanRule, by: RuleCondition['by']): Conditions {
  const { fields, layers, change } = useStorageDocument()
  const [begun, setBegun] = useState<readonly string[]>([])
  const pointerOf = (key: string) => rulePointer({ ...rule, condition: { by, key } })
  const at = `${rulePointer(rule)}/${by}`
  const keys = [...new Set([...Object.keys(objectAt(fields, at)), ...begun])]
  const inherited = layers
    .slice(0, -1)
    .toReversed()
    .flatMap(({ name: layer, values }) => Object.keys(objectAt(values, at)).map((key) => ({ key, layer })))
    .filter(({ key }, index, all) => !keys.includes(key) && all.findIndex((each) => each.key === key) === index)
  return {
    keys,
    inherited,
    add: (key) => setBegun((before) => [...before, key]),
    remove(key) {
      setBegun((before) => before.filter((other) => other !== key))
      change((before) => withValueAt(before, pointerOf(key), undefined))
    },
  }
}
