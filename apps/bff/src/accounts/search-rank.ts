import type { Account } from './directory.ts'

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
