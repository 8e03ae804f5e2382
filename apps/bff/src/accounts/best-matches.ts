import { firstIndex } from '#bff/first-index.ts'
import { type Breathe, forEachInSteps } from '#bff/scheduling/breathe.ts'
import type { Account } from './directory.ts'
import { searchRank, worstRank } from './search-rank.ts'

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
