import { firstIndex } from '#bff/first-index.ts'
import { type Breathe, forEachInSteps } from '#bff/scheduling/breathe.ts'
import type { Account } from './account.ts'

/** The names that begin with the text stand together; what comes after these in rank may be anywhere. */
const laterWord = 2

/**
 * Accounts of an ordered list that match a text, and among them the best, as many as are wanted.
 * - names that begin with the text are found by where they stand. Only where they are too few all are looked at, in steps,
 *   until there are enough whose word begins with it
 */
export async function bestMatches(
  wanted: string,
  accounts: readonly Account[],
  limit: number,
  breathe: Breathe,
): Promise<Account[]> {
  if (wanted === '') return accounts.slice(0, limit)
  const found = beginning(wanted, accounts, limit)
  if (found.length === limit) return found
  let open = limit - found.length
  const others: Account[][] = Array.from({ length: worstRank + 1 }, () => [])
  const look = (account: Account) => {
    const rank = searchRank(wanted, account)
    if (rank === undefined || rank === 1) return
    if ((others[rank]?.length ?? 0) < limit) others[rank]?.push(account)
    if (rank === laterWord) open -= 1
    return open > 0
  }
  await forEachInSteps(accounts, look, breathe)
  return [...found, ...others.flat()]
}

function beginning(wanted: string, accounts: readonly Account[], limit: number): Account[] {
  const first = firstIndex(accounts, ({ sortName }) => sortName >= wanted)
  const found: Account[] = []
  for (const account of accounts.slice(first, first + limit)) {
    if (!account.sortName.startsWith(wanted)) break
    found.push(account)
  }
  return found
}

type Searched = Pick<Account, 'id' | 'sortName' | 'realm'>

/** That of the worst match. */
export const worstRank = 5

/** A typed text as `searchRank` takes it. */
export function searchText(typed: string): string {
  return typed.trim().toLowerCase()
}

/**
 * How well an account answers a search, 0 best; undefined when it does not.
 * - order: the id itself, the name's beginning, a later word's beginning, anywhere in the name, the realm, the id's beginning
 * - an empty text matches everything alike
 */
export function searchRank(wanted: string, { id, sortName, realm }: Searched): number | undefined {
  if (wanted === '' || id === wanted) return 0
  const place = sortName.indexOf(wanted)
  if (place === 0) return 1
  if (place > 0) return sortName.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(wanted)) ? 2 : 3
  if (realm.toLowerCase().includes(wanted)) return 4
  return id.startsWith(wanted) ? worstRank : undefined
}
