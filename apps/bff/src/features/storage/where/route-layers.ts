import type { RouteLayer } from '@strata/api-types'
import type { JsonObject } from '@strata/json'
import type { StorageLayer } from '@strata/storage-plan'
import type { User } from '#bff/accounts/users.ts'
import type { Context } from '#bff/context.ts'
import type { StoredDocument } from '#bff/couch/store.ts'
import { findBelow } from '../layers.ts'
import { accountPlace, type Place, planPlace } from '../place.ts'
import type { StorageStore } from '../store.ts'
import type { Asked } from './asked.ts'

/** The documents that decide for an account or user, lowest first, and what they are called. */
export interface RouteLayers {
  readonly layers: readonly StorageLayer[]
  readonly told: Pick<RouteLayer, keyof RouteLayer>[]
}

/** A document in the place of what is stored. */
export interface Draft {
  readonly of: 'account' | 'user'
  readonly document: JsonObject
}

interface NamedLayer extends StorageLayer {
  readonly title: string
  readonly isDraft: boolean
}

/**
 * The layers that count for somebody, with a draft as if it were stored.
 * - the plan that an account follows counts only beside a document of the account, as below a user
 */
export async function routeLayers(
  { account, user }: Pick<Asked, 'account' | 'user'>,
  draft: Draft | undefined,
  context: Context,
  store: StorageStore,
): Promise<RouteLayers> {
  const found = await findBelow(accountPlace(account.id), context.accounts, store)
  const below = found.layers.map(
    ({ layer, name, values }): NamedLayer => ({ name: layer, title: name, values, isDraft: false }),
  )
  const drafted = (of: Draft['of']) => (draft?.of === of ? draft.document : undefined)
  const own = documentLayer('account', account.name, drafted('account'), found.own)
  const inherited = own.length > 0 ? below : below.filter(({ name }) => name !== 'plan')
  const users =
    user === undefined
      ? []
      : documentLayer('user', userName(user), drafted('user'), await store.find(userPlaceOf(user)))
  const layers = [...inherited, ...own, ...users]
  return {
    layers: layers.map(({ name, values }) => ({ name, values })),
    told: layers.map(({ name, title, isDraft }) => ({ layer: name, name: title, is_draft: isDraft })),
  }
}

/** The system's layers alone: for databases that belong to no account. */
export async function systemLayers(context: Context, store: StorageStore): Promise<RouteLayers> {
  const { layers } = await findBelow(planPlace('', undefined), context.accounts, store)
  return {
    layers: layers.map(({ layer, values }) => ({ name: layer, values })),
    told: layers.map(({ layer, name }) => ({ layer, name, is_draft: false })),
  }
}

export function userPlaceOf({ id, accountId }: User): Place {
  return { id, type: 'storage', accountId, userId: id }
}

export function userName({ id, username }: User): string {
  return username ?? id
}

function documentLayer(
  name: Draft['of'],
  title: string,
  draft: JsonObject | undefined,
  stored: StoredDocument | undefined,
): NamedLayer[] {
  if (draft !== undefined) return [{ name, title, values: draft, isDraft: true }]
  return stored === undefined ? [] : [{ name, title, values: stored.fields, isDraft: false }]
}
