import type { AccountStorageRoute, DatabaseStorageRoute, StorageRouteMap } from '@strata/api-types'
import {
  classifyDatabase,
  type DatabaseQuestion,
  layeredStorage,
  type RouteQuestion,
  resolveDatabase,
  resolveRoute,
  sampleDocument,
} from '@strata/storage-plan'
import type { Context } from '#bff/context.ts'
import type { StorageStore } from '../store.ts'
import type { Asked } from './asked.ts'
import { databaseMonth } from './database-month.ts'
import { type Draft, routeLayers, systemLayers, userName } from './route-layers.ts'
import { showMap } from './show-map.ts'
import { showRoute } from './show-route.ts'

/** Answers where things go, over the stored documents and drafts. */
export function createWhereService(context: Context, store: StorageStore) {
  const { clock, accounts, storageRedactor: redactor } = context
  const month = () => databaseMonth(clock())

  return {
    /** Where documents of one type, of an account or one of its users, and their files go. */
    async accountRoute(asked: Asked, question: RouteQuestion, draft: Draft | undefined) {
      const { account, user, mayRead } = asked
      const { layers, told } = await routeLayers(asked, draft, context, store)
      const sample = sampleDocument(question, { accountId: account.id, userId: user?.id, month: month() })
      return {
        ...showAsked(asked),
        layers: told,
        asked: { class: question.planClass, type: question.type ?? null },
        ...showRoute(resolveRoute(layeredStorage(layers), question), sample, { redactor, mayRead }),
      } satisfies AccountStorageRoute
    },

    /** All classes and types at once. */
    async accountMap(asked: Asked, draft: Draft | undefined) {
      const { layers, told } = await routeLayers(asked, draft, context, store)
      return { ...showAsked(asked), layers: told, ...showMap(layeredStorage(layers)) } satisfies StorageRouteMap
    },

    /** Where any database of the cluster goes; one of an account that is not there, or not found, as the system says. */
    async databaseRoute({ database, type }: DatabaseQuestion) {
      const { accountId, planId, class: databaseClass } = classifyDatabase(database)
      const account = accountId === undefined ? undefined : await accounts.get(accountId)
      const { layers, told } =
        account === undefined || planId !== accountId
          ? await systemLayers(context, store)
          : await routeLayers({ account, user: undefined }, undefined, context, store)
      const { route, others } = resolveDatabase(layeredStorage(layers), { database, type })
      const question = { planClass: route.consulted?.planClass ?? 'system', type }
      const sample = sampleDocument(question, { accountId: accountId ?? '', userId: undefined, month: month() })
      return {
        account: account === undefined ? null : { id: account.id, name: account.name },
        layers: told,
        asked: { database, class: databaseClass, type: type ?? null },
        others: [...others],
        ...showRoute(route, { ...sample, accountId, database }, { redactor, mayRead: () => true }),
      } satisfies DatabaseStorageRoute
    },
  }
}

function showAsked({ account, user }: Asked) {
  return {
    account: { id: account.id, name: account.name },
    user: user === undefined ? null : { id: user.id, name: userName(user) },
  }
}
