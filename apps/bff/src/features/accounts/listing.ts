import type { JsonObject } from '@strata/json'
import type { Account, AccountDirectory } from '#bff/accounts/directory.ts'
import { searchRank } from '#bff/accounts/search-rank.ts'
import type { Session } from '#bff/auth/session.ts'
import { page } from '#bff/http/paging.ts'
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
