import { getAt, type JsonObject } from '@strata/json'
import type { Account } from '#bff/accounts/account.ts'
import { searchRank, searchText } from '#bff/accounts/best-matches.ts'
import type { AccountDirectory } from '#bff/accounts/directory.ts'
import type { Session } from '#bff/auth/session.ts'
import type { Store } from '#bff/couch/store.ts'
import { AppError } from '#bff/errors/app-error.ts'
import { page } from '#bff/http/paging.ts'
import { isTruth } from '#bff/http/request.ts'
import type { Answer, ApiRequest } from '#bff/http/route.ts'
import { forEachInSteps } from '#bff/scheduling/breathe.ts'
import { showListed } from './show-account.ts'

type Show = (account: Account) => JsonObject

/** Accounts directly below one, each with the number of all below it. */
export async function listChildren(id: string, accounts: AccountDirectory, request: ApiRequest): Promise<Answer> {
  const counts = await accounts.descendantCounts()
  const show: Show = (child) => showListed(child, { descendants_count: counts(child.id) })
  return list(await accounts.children(id), show, request)
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
async function list(all: readonly Account[], show: Show, request: ApiRequest): Promise<Answer> {
  const { filter_name: name, filter_realm: realm, search } = request.query
  const wanted = search === undefined ? '' : searchText(search)
  const isAsked = (account: Account) =>
    (name === undefined || account.name === name) &&
    (realm === undefined || account.realm === realm) &&
    searchRank(wanted, account) !== undefined
  const isAll = name === undefined && realm === undefined && wanted === ''
  const items = isAll ? all : await filteredInSteps(all, isAsked)
  const key = (account: Account) => `${account.sortName}\0${account.name}\0${account.id}`
  return page({ items, key, known: (plain) => plain.toLowerCase(), show }, request)
}

async function filteredInSteps(all: readonly Account[], isAsked: (account: Account) => boolean): Promise<Account[]> {
  const found: Account[] = []
  const look = (account: Account) => {
    if (isAsked(account)) found.push(account)
  }
  await forEachInSteps(all, look)
  return found
}
