import { type Breathe, forEachInSteps, inSteps } from '#bff/scheduling/breathe.ts'
import type { Account } from './account.ts'
import { merged, ordered } from './account-order.ts'

/** What is known of an account. */
export interface Entry {
  readonly account: Account
  /** Gregorian seconds. */
  readonly created: number
  readonly apiKey: string | undefined
  readonly signatureSecret: string | undefined
}

/** Stands for what is above the topmost accounts: its children are these, its descendants all accounts. */
export const top = ''

/** The keys that an account is listed under, as the views of KAZOO's `accounts` have them. */
const keysOf = {
  name: ({ account }: Entry) => [normalisedName(account.name)],
  realm: ({ account }: Entry) => [account.realm.toLowerCase()],
  apiKey: ({ apiKey }: Entry) => (apiKey === undefined ? [] : [apiKey]),
  parent: ({ account }: Entry) => [account.tree.at(-1) ?? top],
  ancestor: ({ account }: Entry) => new Set([top, ...account.tree]),
} satisfies Record<string, (entry: Entry) => Iterable<string>>

type View = keyof typeof keysOf
type Lists = Map<string, readonly Account[]>

const views: readonly View[] = ['name', 'realm', 'apiKey', 'parent', 'ancestor']

/** Accounts by id, and in order by everything that they are looked for by. */
export type AccountIndex = ReturnType<typeof createAccountIndex>

export function createAccountIndex() {
  const entries = new Map<string, Entry>()
  const lists: Record<View, Lists> = {
    name: new Map(),
    realm: new Map(),
    apiKey: new Map(),
    parent: new Map(),
    ancestor: new Map(),
  }

  return {
    entries,
    /** In order, never changed. */
    list: (view: View, key: string): readonly Account[] => lists[view].get(key) ?? [],
    /**
     * Takes in what became of accounts; `undefined` is gone. Touches the lists that these are or were in, and no others.
     * Works in steps: many changes may show in one list before they do in another.
     */
    async update(changed: ReadonlyMap<string, Entry | undefined>, breathe: Breathe): Promise<void> {
      const before: Entry[] = []
      const come: Account[] = []
      const keep = ([id, entry]: [string, Entry | undefined]) => {
        const known = entries.get(id)
        if (known !== undefined) before.push(known)
        if (entry === undefined) entries.delete(id)
        else entries.set(id, entry)
        if (entry !== undefined) come.push(entry.account)
      }
      await forEachInSteps(changed, keep, breathe)
      const gone = new Set(before.map(({ account }) => account))
      const inOrder = await inSteps(ordered(come), breathe)
      for (const view of views) {
        const touched = new Map<string, Account[]>()
        const leave = (entry: Entry) => {
          for (const key of keysOf[view](entry)) touched.set(key, [])
        }
        const enter = (account: Account) => {
          const entry = entries.get(account.id)
          for (const key of entry === undefined ? [] : keysOf[view](entry)) {
            const others = touched.get(key)
            if (others === undefined) touched.set(key, [account])
            else others.push(account)
          }
        }
        await forEachInSteps(before, leave, breathe)
        await forEachInSteps(inOrder, enter, breathe)
        await forEachInSteps(touched, ([key, accounts]) => replace(lists[view], key, gone, accounts), breathe)
      }
    },
  }
}

function replace(lists: Lists, key: string, gone: ReadonlySet<Account>, come: readonly Account[]): void {
  const stay = (lists.get(key) ?? []).filter((account) => !gone.has(account))
  const list = merged(stay, come)
  if (list.length === 0) lists.delete(key)
  else lists.set(key, list)
}

/** KAZOO's key of an account name: lower case, a–z 0–9 only. */
export function normalisedName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}
