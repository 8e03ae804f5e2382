import { isJsonObject } from '@strata/json'
import { type ClassifiedDatabase, classifyDatabase, type DatabaseClass } from './database-class.ts'
import type { LayeredStorage } from './layered-storage.ts'
import { type PlanClass, planRules, rulePointer } from './plan-rule.ts'
import { hasPlan, heardBy, keptLocal, resolveRoute } from './resolve-route.ts'
import { ruleReader } from './rule-reader.ts'
import type { RouteProblem, StorageRoute } from './storage-route.ts'

export interface DatabaseQuestion {
  /** As KAZOO spells it, plain or encoded. */
  readonly database: string
  /** Undefined asks for the database as a whole. */
  readonly type: string | undefined
}

export interface DatabaseRoute {
  readonly database: ClassifiedDatabase
  readonly route: StorageRoute
  /** For a database as a whole: other connections that documents of single types go to. */
  readonly others: readonly string[]
}

/** Databases that no plan moves. */
const alwaysLocal: readonly string[] = ['system_config', 'system_data']

const classOfAccounts: ReadonlyMap<DatabaseClass, PlanClass> = new Map([
  ['account', 'account'],
  ['resource_selectors', 'account'],
  ['modb', 'modb'],
  ['yodb', 'yodb'],
])

/**
 * Where a database, or documents of one type in it, go.
 * - databases of accounts ask the account's layers, all others those of the system. So do databases by whose name KAZOO
 *   does not find the account: that is among the problems
 * - an aggregate is its own class where the system has a plan for it; else, as any other database, it is a type of the
 *   class `system` by its name, but for `services`, which stay; all databases of numbers are the type `numbers`
 * - asked as a whole, a class with `database.names` is for those databases only (for accounts: those account ids)
 * Source: kzs_plan.
 */
export function resolveDatabase(storage: LayeredStorage, question: DatabaseQuestion): DatabaseRoute {
  const database = classifyDatabase(question.database)
  if (alwaysLocal.includes(question.database)) return { database, route: keptLocal, others: [] }
  const planClass = planClassOf(database, storage)
  const byName = () =>
    question.database === 'services'
      ? keptLocal
      : resolveRoute(storage, { planClass: 'system', type: systemType(database, question.database) })
  if (planClass === undefined) return { database, route: byName(), others: [] }

  const isFound = database.planId === database.accountId
  const heard = heardBy(storage, isFound ? planClass : 'system')
  const resolved = resolveRoute(heard, { planClass, type: question.type })
  const route = isFound
    ? resolved
    : { ...resolved, problems: [...accountNotFound(database, planClass), ...resolved.problems] }
  if (question.type !== undefined) return { database, route, others: [] }
  if (isForOthers(route, database.planId ?? question.database)) {
    return { database, route: planClass === 'aggregate' ? byName() : withoutPlan(route, planClass), others: [] }
  }
  return { database, route, others: otherConnections(heard, planClass, route) }
}

function accountNotFound({ accountId = '' }: ClassifiedDatabase, planClass: PlanClass): RouteProblem[] {
  const pointer = rulePointer({ planClass, type: undefined })
  return [{ kind: 'account-not-found', id: accountId, pointer, layer: undefined }]
}

/** Undefined for databases that are types of the class `system`. */
function planClassOf(database: ClassifiedDatabase, storage: LayeredStorage): PlanClass | undefined {
  if (database.class === 'aggregate')
    return hasPlan(heardBy(storage, 'aggregate'), 'aggregate') ? 'aggregate' : undefined
  return classOfAccounts.get(database.class)
}

function systemType(database: ClassifiedDatabase, name: string): string {
  return database.class === 'numbers' ? 'numbers' : name
}

function isForOthers({ database: { names } }: StorageRoute, name: string): boolean {
  return names !== undefined && names.value.length > 0 && !names.value.includes(name)
}

function withoutPlan(route: StorageRoute, planClass: PlanClass): StorageRoute {
  const { by } = route.database.names ?? {}
  const pointer = by?.pointer ?? rulePointer({ planClass, type: undefined })
  const problem = { kind: 'no-plan', id: planClass, pointer, layer: by?.layer } as const
  return { ...keptLocal, consulted: route.consulted, database: route.database, problems: [problem] }
}

/** Of the connections that single types name, those that exist and are not the class's own. */
function otherConnections(storage: LayeredStorage, planClass: PlanClass, route: StorageRoute): string[] {
  const { merged } = storage
  const defined = isJsonObject(merged.connections) ? merged.connections : {}
  const isOther = (id: string) => id !== route.connection.id.value && Object.hasOwn(defined, id)
  const named = planRules(merged).flatMap((rule) => {
    const id = rule.planClass === planClass ? ruleReader(storage, rule).connection()?.value : undefined
    return id !== undefined && isOther(id) ? [id] : []
  })
  return [...new Set(named)]
}
