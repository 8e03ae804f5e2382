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
import type { Context } from '#bff/context.ts'
import { createBreathe } from '#bff/scheduling/breathe.ts'
import type { StorageStore } from '../store.ts'
import type { Asked } from './asked.ts'
import { type Draft, heardLayers, routeLayers, systemLayers, userName } from './route-layers.ts'
import { routeView } from './route-view.ts'
import { showMap } from './show-map.ts'

interface AccountQuestion extends PlanRule<PlanClass> {
  /** `YYYYMM`; undefined: the present one. */
  readonly month: string | undefined
}

/** Answers where things go, over the stored documents and drafts. */
export function createWhereService(context: Context, store: StorageStore) {
  const { clock, accounts, schemas, storageRedactor: redactor } = context
  const thisMonth = () => monthOf(clock().toISOString())

  return {
    /** Where documents of one type, of an account or one of its users, and their files go. */
    async accountRoute(asked: Asked, question: AccountQuestion, draft: Draft | undefined) {
      const { account, user, mayRead } = asked
      const layers = await routeLayers(asked, draft, context, store)
      const { planClass, type, month = thisMonth() } = question
      const sample = sampleDocument(question, { accountId: account.id, userId: user?.id, month })
      const shown = withinLimits(layers, type === undefined ? [] : [type])
      const storage = layeredStorage(shown.layers)
      const route = resolveRoute(storage, { planClass, type })
      const name = planClass === 'system' ? type : planClass === 'aggregate' ? undefined : sample.database
      const circumstances = circumstancesOf(name, planClass === 'modb' ? month : undefined)
      const version = await schemas.kazooVersion()
      return {
        ...showAsked(asked),
        layers: heardLayers(layers, draft),
        truncated: shown.truncated ?? null,
        asked: { class: planClass, type: type ?? null },
        ...routeAnswer({ storage, route, sample, circumstances, version }, routeView(redactor, mayRead)),
      } satisfies AccountStorageRoute
    },

    /** All classes and types at once. */
    async accountMap(asked: Asked, draft: Draft | undefined) {
      const layers = await routeLayers(asked, draft, context, store)
      const version = await schemas.kazooVersion()
      const shown = withinLimits(layers)
      const view = routeView(redactor, asked.mayRead)
      const map = await showMap(layeredStorage(shown.layers), version, view, createBreathe())
      return {
        ...showAsked(asked),
        layers: heardLayers(layers, draft),
        truncated: shown.truncated ?? null,
        ...map,
      } satisfies StorageRouteMap
    },

    /** Where any database of the cluster goes; one of an account that is not there, or not found, as the system says. */
    async databaseRoute({ database, type }: DatabaseQuestion) {
      const { accountId, planId, class: databaseClass } = classifyDatabase(database)
      const account = accountId === undefined ? undefined : await accounts.get(accountId)
      const layers =
        account === undefined || planId !== accountId
          ? await systemLayers(context, store)
          : await routeLayers({ account, user: undefined }, undefined, context, store)
      const shown = withinLimits(layers, typesAsked({ database, type }))
      const storage = layeredStorage(shown.layers)
      const { route, others } = resolveDatabase(storage, { database, type })
      const question = { planClass: route.consulted?.planClass ?? 'system', type }
      const sample = sampleDocument(question, { accountId: accountId ?? '', userId: undefined, month: thisMonth() })
      const version = await schemas.kazooVersion()
      const circumstances = circumstancesOf(database.replaceAll(/%2f/gi, '/'), /-(\d{6})$/.exec(database)?.[1])
      return {
        account: account === undefined ? null : { id: account.id, name: account.name },
        layers: heardLayers(layers),
        truncated: shown.truncated ?? null,
        asked: { database, class: databaseClass, type: type ?? null },
        others: [...others],
        ...routeAnswer(
          { storage, route, sample: { ...sample, accountId, database }, circumstances, version },
          routeView(redactor, () => true),
        ),
      } satisfies DatabaseStorageRoute
    },
  }
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
