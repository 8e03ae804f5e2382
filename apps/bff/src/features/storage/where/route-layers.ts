import type { RouteLayer } from '@strata/api-types'
import type { JsonObject } from '@strata/json'
import { type StorageDocuments, type StorageLayer, stack } from '@strata/storage-plan'
import type { User } from '#bff/accounts/users.ts'
import type { Context } from '#bff/context.ts'
import { findDocuments, titled } from '../layers.ts'
import { accountPlace, type StoragePlace, systemPlace } from '../place.ts'
import type { StorageStore } from '../store.ts'
import type { Asked } from './asked.ts'

/** A document in the place of what is stored. */
export interface Draft {
  readonly of: 'account' | 'user'
  readonly document: JsonObject
}

/** The layers that count for somebody, with a draft as if it were stored. */
export async function routeLayers(
  { account, user }: Pick<Asked, 'account' | 'user'>,
  draft: Draft | undefined,
  context: Context,
  store: StorageStore,
): Promise<StorageLayer[]> {
  const { documents, own } = await findDocuments(accountPlace(account.id), context.accounts, store)
  const users = user === undefined ? undefined : titled(userName(user), await store.find(userPlaceOf(user)))
  return stack({
    ...documents,
    account: drafted('account', account.name, draft) ?? titled(account.name, own),
    user: user === undefined ? undefined : (drafted('user', userName(user), draft) ?? users),
  })
}

/** The system's layers alone: for databases that belong to no account. */
export async function systemLayers(context: Context, store: StorageStore): Promise<StorageLayer[]> {
  return stack((await findDocuments(systemPlace, context.accounts, store)).documents)
}

/** Whose documents an answer is about. */
export function heardLayers(layers: readonly StorageLayer[], draft?: Draft) {
  return layers.map(
    ({ name, title = '' }) => ({ layer: name, name: title, is_draft: name === draft?.of }) satisfies RouteLayer,
  )
}

export function userPlaceOf({ id, accountId }: User): StoragePlace {
  return { id, type: 'storage', accountId, userId: id }
}

export function userName({ id, username }: User): string {
  return username ?? id
}

function drafted(of: Draft['of'], title: string, draft: Draft | undefined): StorageDocuments['user'] {
  return draft?.of === of ? { title, values: draft.document } : undefined
}
