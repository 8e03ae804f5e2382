import type { RouteLayer } from '@strata/api-types'
import type { JsonObject } from '@strata/json'
import { type StorageDocuments, type StorageLayer, stack } from '@strata/storage-plan'
import type { User } from '#bff/accounts/users.ts'
import { findDocuments, titled } from '../layers.ts'
import { accountPlace, type StoragePlace, systemPlace } from '../place.ts'
import type { StorageContext } from '../storage-context.ts'
import type { Asked } from './asked.ts'

/** A document in the place of what is stored. */
export interface Draft {
  readonly of: 'account' | 'user'
  readonly document: JsonObject
}

/** The layers that count for somebody, with a draft as if it were stored. */
export async function routeLayers(
  storage: StorageContext,
  { account, user }: Pick<Asked, 'account' | 'user'>,
  draft: Draft | undefined,
): Promise<StorageLayer[]> {
  const { documents, own } = await findDocuments(storage, accountPlace(account.id))
  const users = user === undefined ? undefined : titled(userName(user), await storage.stored.find(userPlaceOf(user)))
  return stack({
    ...documents,
    account: drafted('account', account.name, draft) ?? titled(account.name, own),
    user: user === undefined ? undefined : (drafted('user', userName(user), draft) ?? users),
  })
}

/** The system's layers alone: for databases that belong to no account. */
export async function systemLayers(storage: StorageContext): Promise<StorageLayer[]> {
  return stack((await findDocuments(storage, systemPlace)).documents)
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
