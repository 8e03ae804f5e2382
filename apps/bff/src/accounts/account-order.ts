import type { Account } from './account.ts'

type Sorted = Pick<Account, 'sortName' | 'name' | 'id'>

/** Accounts that are sorted at a stretch, before they are merged with others. */
const run = 2000

/** The order of all lists: by name whatever the case, then as it is written, then by id. */
export function compareAccounts(a: Sorted, b: Sorted): number {
  return compare(a.sortName, b.sortName) || compare(a.name, b.name) || compare(a.id, b.id)
}

/** Two ordered lists as one. */
export function merged(a: readonly Account[], b: readonly Account[]): readonly Account[] {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a
  const both: Account[] = []
  let next = 0
  for (const account of b) {
    for (let other = a[next]; other !== undefined && compareAccounts(other, account) <= 0; other = a[next]) {
      both.push(other)
      next += 1
    }
    both.push(account)
  }
  return both.concat(a.slice(next))
}

/** Accounts in order, sorted in steps. */
export function* ordered(accounts: readonly Account[]): Generator<undefined, readonly Account[]> {
  let runs: (readonly Account[])[] = []
  for (let start = 0; start < accounts.length; start += run) {
    runs.push(accounts.slice(start, start + run).sort(compareAccounts))
    yield
  }
  while (runs.length > 1) {
    const longer: (readonly Account[])[] = []
    for (let index = 0; index < runs.length; index += 2) {
      longer.push(merged(runs[index] ?? [], runs[index + 1] ?? []))
      yield
    }
    runs = longer
  }
  return runs[0] ?? []
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
