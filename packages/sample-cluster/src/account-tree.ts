import { companyNames, resellerTrades, trades } from './names.ts'
import { createRandom } from './random.ts'

export interface SampleAccount {
  /** 0 is the master account; resellers come next, customers after them. */
  readonly index: number
  readonly id: string
  readonly name: string
  readonly realm: string
  /** Ids of its ancestors, topmost first. */
  readonly tree: readonly string[]
  readonly isReseller: boolean
  readonly resellerId: string
  readonly isEnabled: boolean
}

/** The account and user that administer the cluster, where they exist already. */
export interface Administrator {
  readonly accountId: string
  readonly accountName: string
  readonly userId: string
  readonly username: string
}

export interface AccountTree {
  readonly count: number
  readonly resellers: number
  at(index: number): SampleAccount
}

/**
 * The accounts of a cluster, each made on its own from the seed and its number, so that any one costs the same.
 * - about one in ten is a reseller; every third reseller stands under the first one, the others under master
 * - the first customer belongs to the first reseller; one in five is a customer's own sub-account, the others belong to
 *   any reseller or to master
 */
export function accountTree(seed: number, count: number, master?: Administrator): AccountTree {
  const resellers = count < 3 ? 0 : Math.max(1, Math.round(count / 10))

  function parentOf(index: number): number | undefined {
    if (index === 0) return undefined
    if (index <= resellers) return index % 3 === 0 ? 1 : 0
    const customer = index - resellers - 1
    if (customer === 0) return Math.min(resellers, 1)
    if (customer % 5 === 4) return resellers + 1 + Math.floor(customer / 5)
    return createRandom(seed, 'parent', index).integer(0, resellers)
  }

  function at(index: number): SampleAccount {
    const known = index === 0 ? master : undefined
    const id = known?.accountId ?? createRandom(seed, 'account', index).hex(32)
    const isReseller = index <= resellers
    const name = known?.accountName ?? nameOf(index, isReseller)
    const own = { index, id, name, realm: `${slug(name)}.sip.example.com`, isReseller }
    const parentIndex = parentOf(index)
    if (parentIndex === undefined) return { ...own, tree: [], resellerId: id, isEnabled: true }
    const parent = at(parentIndex)
    return {
      ...own,
      tree: [...parent.tree, parent.id],
      resellerId: parent.isReseller ? parent.id : parent.resellerId,
      isEnabled: index <= resellers + 1 || index % 13 !== 12,
    }
  }

  return { count, resellers, at }
}

/** Different for every index: names repeat with a number once all combinations are used. */
function nameOf(index: number, isReseller: boolean): string {
  if (index === 0) return 'Master'
  const kinds = isReseller ? resellerTrades : trades
  const combinations = companyNames.length * kinds.length
  const place = (index - 1) % combinations
  const first = place % companyNames.length
  const company = companyNames[first] ?? ''
  const kind = kinds[(first + Math.floor(place / companyNames.length)) % kinds.length] ?? ''
  const round = Math.floor((index - 1) / combinations)
  return round === 0 ? `${company} ${kind}` : `${company} ${kind} ${round + 1}`
}

function slug(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-')
}
