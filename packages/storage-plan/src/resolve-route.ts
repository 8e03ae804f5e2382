import { formatPointer, getAt, isJsonObject } from '@strata/json'
import { decided } from './entry-reader.ts'
import type { LayeredStorage } from './layered-storage.ts'
import { type PlanClass, type PlanRule, planClasses, rulePointer } from './plan-rule.ts'
import { routedBackEnd, routedConnection } from './routed-entries.ts'
import { type RuleReader, ruleReader } from './rule-reader.ts'
import type { StorageLayer } from './storage-layer.ts'
import type { RouteProblem, StorageRoute } from './storage-route.ts'

/**
 * Where documents of one type go, as KAZOO's data layer decides it, with the layer that decided each part.
 * - of a type's rule and its class's, each part of the first counts: `connection`, `attachments.handler`, `.params` (as a
 *   whole) and `.stub`, each by itself
 * - `params` lie over the back-end's settings, key by key; without a connection anywhere it is `local`
 * - `system` and `aggregate` hear the system's layers only; without a plan for `aggregate` the one for `system` counts
 * - what KAZOO would fail on is among `problems`; a document of any shape is answered
 * Source: kzs_plan.
 */
export function resolveRoute(storage: LayeredStorage, question: PlanRule<PlanClass>): StorageRoute {
  const heard = heardBy(storage, question.planClass)
  const consulted = consultedRule(heard, question)
  const rule = ruleReader(heard, consulted)
  const { connection, problems: ofConnection } = routedConnection(heard, rule.connection())
  const { backEnd, problems: ofBackEnd } = routedBackEnd(heard, rule)
  return {
    consulted,
    connection,
    backEnd,
    database: databaseOptions(heard, consulted.planClass),
    problems: [...problemsOfClass(heard, consulted.planClass), ...ofConnection, ...ofBackEnd],
  }
}

/**
 * Every class that has a rule, but no `types` beside it: nodes of KAZOO crash on each access to its databases. `types`
 * with nothing in it vanishes when layers are merged, and only the built-in rules of other classes than `aggregate` have it.
 */
export function untypedClasses(storage: LayeredStorage): RouteProblem[] {
  return planClasses.flatMap((planClass) => untypedClass(heardBy(storage, planClass), planClass))
}

/**
 * The rule that counts for a question, to read single parts of it: what a route says of them, at a fraction of its cost.
 * Of the documents only their plans are looked at.
 */
export function routeRule(storage: LayeredStorage, question: PlanRule<PlanClass>): RuleReader {
  const heard = heardBy(storage, question.planClass)
  return ruleReader(heard, consultedRule(heard, question))
}

/** The route of databases that stay where they are whatever the plan says. */
export const keptLocal: StorageRoute = {
  consulted: undefined,
  connection: { id: { value: 'local', by: undefined }, name: undefined, host: undefined, port: undefined },
  backEnd: undefined,
  database: { createOptions: undefined, names: undefined },
  problems: [],
}

/** Databases of the system are routed by the system's plan, whoever asks. */
export function heardBy(storage: LayeredStorage, planClass: PlanClass): LayeredStorage {
  return planClass === 'system' || planClass === 'aggregate' ? storage.ofSystem : storage
}

/** Whether the layers have a plan for a class. Nearly all have a connection, which is sooner found. */
export function hasPlan(storage: LayeredStorage, planClass: PlanClass): boolean {
  const pointer = rulePointer({ planClass, type: undefined })
  return storage.decide(`${pointer}/connection`, 'class') !== undefined || storage.isDefined(pointer)
}

function consultedRule(storage: LayeredStorage, question: PlanRule<PlanClass>): PlanRule<PlanClass> {
  const fallsBack = question.planClass === 'aggregate' && !hasPlan(storage, 'aggregate')
  return fallsBack ? { planClass: 'system', type: undefined } : question
}

function databaseOptions(storage: LayeredStorage, planClass: PlanClass): StorageRoute['database'] {
  const option = (key: string) =>
    storage.decide(rulePointer({ planClass, type: undefined }) + formatPointer(['database', key]), 'class')
  return {
    createOptions: decided(option('create_options'), (value) => (isJsonObject(value) ? value : undefined)),
    names: decided(option('names'), (value) =>
      Array.isArray(value) ? value.filter((name) => typeof name === 'string') : undefined,
    ),
  }
}

function problemsOfClass(storage: LayeredStorage, planClass: PlanClass): RouteProblem[] {
  if (hasPlan(storage, planClass)) return untypedClass(storage, planClass)
  return [{ kind: 'no-plan', id: planClass, pointer: rulePointer({ planClass, type: undefined }), layer: undefined }]
}

function untypedClass(storage: LayeredStorage, planClass: PlanClass): RouteProblem[] {
  const pointer = rulePointer({ planClass, type: undefined })
  if (storage.isDefined(`${pointer}/types`) || !hasPlan(storage, planClass)) return []
  const takesAway = ({ values }: StorageLayer) => {
    const types = getAt(values, `${pointer}/types`)
    return types !== undefined && !isJsonObject(types)
  }
  const layer = storage.layers.findLast(takesAway)?.name ?? storage.decide(pointer, 'class')?.by.layer
  return [{ kind: 'no-types', id: planClass, pointer, layer }]
}
