import type { Decider } from './decide.ts'
import type { LayeredStorage } from './layered-storage.ts'
import { rulePointer } from './plan-rule.ts'
import { heardBy } from './resolve-route.ts'
import type { StorageRoute } from './storage-route.ts'

/**
 * The parts of a plan that a route goes by although KAZOO 4.3 does not know them: `aggregate`, `yodb` and
 * `database.names`. Later versions follow them.
 * Source: kzs_plan of branch 4.3.
 */
export function ignoredBefore5(storage: LayeredStorage, { consulted, database }: StorageRoute): Decider[] {
  if (consulted === undefined) return []
  const { planClass } = consulted
  const isUnknown = planClass === 'aggregate' || planClass === 'yodb'
  const pointer = rulePointer({ planClass, type: undefined })
  const ofClass = isUnknown ? heardBy(storage, planClass).decide(pointer, 'class')?.by : undefined
  return [ofClass, database.names?.by].filter((by) => by !== undefined).filter(({ layer }) => layer !== 'built-in')
}
