import type { AccountStorageRoute, DatabaseStorageRoute, StorageRouteMap } from '@strata/api-types'
import {
  classifyDatabase,
  type DatabaseQuestion,
  layeredStorage,
  type RouteQuestion,
  resolveDatabase,
  resolveRoute,
  sampleDocument,
  withinLimits,
} from '@strata/storage-plan'
import type { Context } from '#bff/context.ts'
import { createBreathe } from '#bff/scheduling/breathe.ts'
import type { StorageStore } from '../store.ts'
import type { Asked } from './asked.ts'
import { databaseMonth } from './database-month.ts'
import { type Draft, routeLayers, systemLayers, userName } from './route-layers.ts'
import { showAlternatives } from './show-alternatives.ts'
import { showMap } from './show-map.ts'
import { showRoute } from './show-route.ts'
import { showTruncated } from './show-truncated.ts'

interface AccountQuestion extends RouteQuestion {
  /** `YYYYMM`; undefined: the present one. */
  readonly month: string | undefined
}

/** Answers where things go, over the stored documents and drafts. */
export function createWhereService(context: Context, store: StorageStore) {
  const { clock, accounts, schemas, storageRedactor: redactor } = context
  const thisMonth = () => databaseMonth(clock())

  return {
    /** Where documents of one type, of an account or one of its users, and their files go. */
    async accountRoute(asked: Asked, question: AccountQuestion, draft: Draft | undefined) {
      const { account, user, mayRead } = asked
      const { layers, told } = await routeLayers(asked, draft, context, store)
      const { planClass, type, month = thisMonth() } = question
      const sample = sampleDocument(question, { accountId: account.id, userId: user?.id, month })
      const shown = withinLimits(layers, type === undefined ? [] : [type])
      const storage = layeredStorage(shown.layers)
      const route = resolveRoute(storage, question)
      const database = {
        name: planClass === 'system' ? type : planClass === 'aggregate' ? undefined : sample.database,
        month: planClass === 'modb' ? month : undefined,
      }
      const version = await schemas.kazooVersion()
      return {
        ...showAsked(asked),
        layers: told,
        ...showTruncated(shown),
        asked: { class: planClass, type: type ?? null },
        ...showAlternatives(showRoute(route, sample, { redactor, mayRead }), { storage, route, database, version }),
      } satisfies AccountStorageRoute
    },

    /** All classes and types at once. */
    async accountMap(asked: Asked, draft: Draft | undefined) {
      const { layers, told } = await routeLayers(asked, draft, context, store)
      const version = await schemas.kazooVersion()
      const shown = withinLimits(layers)
      const map = await showMap(layeredStorage(shown.layers), version, redactor, createBreathe())
      return { ...showAsked(asked), layers: told, ...showTruncated(shown), ...map } satisfies StorageRouteMap
    },

    /** Where any database of the cluster goes; one of an account that is not there, or not found, as the system says. */
    async databaseRoute({ database, type }: DatabaseQuestion) {
      const { accountId, planId, class: databaseClass } = classifyDatabase(database)
      const account = accountId === undefined ? undefined : await accounts.get(accountId)
      const { layers, told } =
        account === undefined || planId !== accountId
          ? await systemLayers(context, store)
          : await routeLayers({ account, user: undefined }, undefined, context, store)
      const inPart = withinLimits(layers, typesAsked({ database, type }))
      const storage = layeredStorage(inPart.layers)
      const { route, others } = resolveDatabase(storage, { database, type })
      const question = { planClass: route.consulted?.planClass ?? 'system', type }
      const sample = sampleDocument(question, { accountId: accountId ?? '', userId: undefined, month: thisMonth() })
      const shown = showRoute(route, { ...sample, accountId, database }, { redactor, mayRead: () => true })
      const version = await schemas.kazooVersion()
      const asked = { name: database.replaceAll(/%2f/gi, '/'), month: /-(\d{6})$/.exec(database)?.[1] }
      return {
        account: account === undefined ? null : { id: account.id, name: account.name },
        layers: told,
        ...showTruncated(inPart),
        asked: { database, class: databaseClass, type: type ?? null },
        others: [...others],
        ...showAlternatives(shown, { storage, route, database: asked, version }),
      } satisfies DatabaseStorageRoute
    },
  }
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
