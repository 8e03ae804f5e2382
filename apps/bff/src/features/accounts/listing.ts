import { getAt, type JsonObject } from '@strata/json'
import type { Account, AccountDirectory } from '#bff/accounts/directory.ts'
import { searchRank } from '#bff/accounts/search-rank.ts'
import type { Session } from '#bff/auth/session.ts'
import type { Store } from '#bff/couch/store.ts'
import { AppError } from '#bff/errors.ts'
import { page } from '#bff/http/paging.ts'
import { isTruth } from '#bff/http/request.ts'
import type { Answer, ApiRequest } from '#bff/http/route.ts'
import { showListed } from './show-account.ts'

type Show = (account: Account) => JsonObject

/** Accounts directly below one, each with the number of all below it. */
export async function listChildren(id: string, accounts: AccountDirectory, request: ApiRequest): Promise<Answer> {
  const [children, descendants] = await Promise.all([accounts.children(id), accounts.descendants(id)])
  const counts = new Map<string, number>()
  for (const ancestor of descendants.flatMap(({ tree }) => tree)) counts.set(ancestor, (counts.get(ancestor) ?? 0) + 1)
  return list(children, (child) => showListed(child, { descendants_count: counts.get(child.id) ?? 0 }), request)
}

/**
 * Throws `forbidden` where the accounts beside one are not the caller's to see: to others than superduper admins those
 * beside their own never are, and no others where `allow_sibling_listing` of `crossbar.accounts` is false.
 * Source: cb_accounts.
 */
export async function requireSiblingsVisible(id: string, session: Session, store: Store): Promise<void> {
  if (session.isSuperduperAdmin) return
  const config = await store.database('system_config').get('crossbar.accounts')
  const isAllowed = getAt(config?.fields, '/default/allow_sibling_listing') ?? true
  if (id !== session.accountId && isTruth(isAllowed)) return
  throw new AppError('forbidden', 'Who else is below the same account is told to those above it only.')
}

/** All accounts below one. */
export async function listDescendants(id: string, accounts: AccountDirectory, request: ApiRequest): Promise<Answer> {
  return list(await accounts.descendants(id), (account) => showListed(account, { tree: [...account.tree] }), request)
}

/** The ancestors of an account, topmost first, from the caller's own account on. */
export async function listParents(account: Account, session: Session, accounts: AccountDirectory): Promise<Answer> {
  const parents = await Promise.all(visibleAncestors(account, session).map((id) => accounts.get(id)))
  const data = parents.filter((parent) => parent !== undefined).map(({ id, name }) => ({ id, name }))
  return { data, envelope: { page_size: data.length } }
}

/** Ids of an account's ancestors that its caller may know of, topmost first. */
export function visibleAncestors({ tree }: Pick<Account, 'tree'>, session: Session): readonly string[] {
  if (session.isSuperduperAdmin) return tree
  const from = tree.indexOf(session.accountId)
  return from === -1 ? [] : tree.slice(from)
}

/** `filter_name` and `filter_realm` ask for equality, `search` for any part of the name, realm or id. */
function list(all: readonly Account[], show: Show, request: ApiRequest): Answer {
  const { filter_name: name, filter_realm: realm, search } = request.query
  const items = all.filter(
    (account) =>
      (name === undefined || account.name === name) &&
      (realm === undefined || account.realm === realm) &&
      (search === undefined || searchRank(search, account) !== undefined),
  )
  return page({ items, key: (account) => `${account.name}\0${account.id}`, show }, request)
}
