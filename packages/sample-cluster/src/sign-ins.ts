import { type AccountSettings, sampleUsers } from './account-documents.ts'
import type { AccountTree } from './account-tree.ts'

/** Somebody who can sign in once the password is set. The passwords are public: never use them beyond invented data. */
export interface SignIn {
  readonly level: 'superduper-admin' | 'reseller-admin' | 'account-admin' | 'user'
  readonly accountId: string
  readonly accountName: string
  readonly userId: string
  readonly username: string
  readonly password: string
}

/** One sign-in of each level that the cluster is large enough for, the superduper admin first. */
export function signIns(accounts: AccountTree, settings: AccountSettings): SignIn[] {
  const customer = accounts.resellers + 1
  const wanted = [
    { level: 'superduper-admin', index: 0, place: 0 },
    { level: 'reseller-admin', index: accounts.resellers === 0 ? accounts.count : 1, place: 0 },
    { level: 'account-admin', index: customer, place: 0 },
    { level: 'user', index: customer, place: 1 },
  ] as const
  return wanted
    .filter(({ index }) => index < accounts.count)
    .flatMap(({ level, index, place }) => {
      const account = accounts.at(index)
      const user = sampleUsers(account, settings)[place]
      if (user === undefined) return []
      const { id: accountId, name: accountName } = account
      return [
        { level, accountId, accountName, userId: user.id, username: user.username, password: `invented-${level}` },
      ]
    })
}
