import type { AccountStorageRoute, DatabaseStorageRoute, StorageRouteMap } from '@strata/api-types'
import {
  classifyDatabase,
  type DatabaseQuestion,
  layeredStorage,
  monthOf,
  type PlanClass,
  type PlanRule,
  type RouteCircumstances,
  resolveDatabase,
  resolveRoute,
  routeAnswer,
  sampleDocument,
  withinLimits,
} from '@strata/storage-plan'
import { matchesName } from '@strata/storage-plan/name-pattern'
import { createBreathe } from '#bff/scheduling/breathe.ts'
import type { StorageContext } from '../storage-context.ts'
import type { Asked } from './asked.ts'
import { type Draft, heardLayers, routeLayers, systemLayers, userName } from './route-layers.ts'
import { routeView } from './route-view.ts'
import { showMap } from './show-map.ts'

interface AccountQuestion extends PlanRule<PlanClass> {
  /** `YYYYMM`; undefined: the present one. */
  readonly month: string | undefined
}

/** Where documents of one type, of an account or one of its users, and their files go. */
export async function accountRoute(
  storage: StorageContext,
  asked: Asked,
  question: AccountQuestion,
  draft: Draft | undefined,
) {
  const { account, user, mayRead } = asked
  const layers = await routeLayers(storage, asked, draft)
  const { planClass, type, month = thisMonth(storage) } = question
  const sample = sampleDocument(question, { accountId: account.id, userId: user?.id, month })
  const shown = withinLimits(layers, type === undefined ? [] : [type])
  const layered = layeredStorage(shown.layers)
  const route = resolveRoute(layered, { planClass, type })
  const name = planClass === 'system' ? type : planClass === 'aggregate' ? undefined : sample.database
  const circumstances = circumstancesOf(name, planClass === 'modb' ? month : undefined)
  const version = await storage.schemas.kazooVersion()
  return {
    ...showAsked(asked),
    layers: heardLayers(layers, draft),
    truncated: shown.truncated ?? null,
    asked: { class: planClass, type: type ?? null },
    ...routeAnswer(
      { storage: layered, route, sample, circumstances, version },
      routeView(storage.storageRedactor, mayRead),
    ),
  } satisfies AccountStorageRoute
}

/** All classes and types at once. */
export async function accountMap(storage: StorageContext, asked: Asked, draft: Draft | undefined) {
  const layers = await routeLayers(storage, asked, draft)
  const version = await storage.schemas.kazooVersion()
  const shown = withinLimits(layers)
  const view = routeView(storage.storageRedactor, asked.mayRead)
  const map = await showMap(layeredStorage(shown.layers), version, view, createBreathe())
  return {
    ...showAsked(asked),
    layers: heardLayers(layers, draft),
    truncated: shown.truncated ?? null,
    ...map,
  } satisfies StorageRouteMap
}

/** Where any database of the cluster goes; one of an account that is not there, or not found, as the system says. */
export async function databaseRoute(storage: StorageContext, { database, type }: DatabaseQuestion) {
  const { accountId, planId, class: databaseClass } = classifyDatabase(database)
  const account = accountId === undefined ? undefined : await storage.accounts.get(accountId)
  const layers =
    account === undefined || planId !== accountId
      ? await systemLayers(storage)
      : await routeLayers(storage, { account, user: undefined }, undefined)
  const shown = withinLimits(layers, typesAsked({ database, type }))
  const layered = layeredStorage(shown.layers)
  const { route, others } = resolveDatabase(layered, { database, type })
  const question = { planClass: route.consulted?.planClass ?? 'system', type }
  const month = thisMonth(storage)
  const sample = sampleDocument(question, { accountId: accountId ?? '', userId: undefined, month })
  const version = await storage.schemas.kazooVersion()
  const circumstances = circumstancesOf(database.replaceAll(/%2f/gi, '/'), /-(\d{6})$/.exec(database)?.[1])
  return {
    account: account === undefined ? null : { id: account.id, name: account.name },
    layers: heardLayers(layers),
    truncated: shown.truncated ?? null,
    asked: { database, class: databaseClass, type: type ?? null },
    others: [...others],
    ...routeAnswer(
      { storage: layered, route, sample: { ...sample, accountId, database }, circumstances, version },
      routeView(storage.storageRedactor, () => true),
    ),
  } satisfies DatabaseStorageRoute
}

function thisMonth({ clock }: StorageContext): string {
  return monthOf(clock().toISOString())
}

/** What is known of the database that is asked about: its name, plain, and the month of one that has any. */
function circumstancesOf(name: string | undefined, month: string | undefined): RouteCircumstances {
  return { month, names: name === undefined ? [] : [name, encodeURIComponent(name)], matchesName }
}

/** Databases without a class of their own are types of the system's, by their name. */
function typesAsked({ database, type }: DatabaseQuestion): string[] {
  return [...(type === undefined ? [] : [type]), database, 'numbers']
}

function showAsked({ account, user }: Asked) {
  return {
    account: { id: account.id, name: account.name },
    user: user === undefined ? null : { id: user.id, name: userName(user) },
  }
}
