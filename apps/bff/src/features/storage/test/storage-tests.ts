import type { StorageTestError } from '@strata/api-types'
import type { JsonObject } from '@strata/json'
import { monthOf } from '@strata/storage-plan'
import { accountDatabase } from '#bff/accounts/account-database.ts'
import { createOauthTokens } from '#bff/back-ends/oauth/oauth-tokens.ts'
import { createAllowList } from '#bff/back-ends/outbound/allow-list.ts'
import type { Listener } from '#bff/back-ends/steps.ts'
import { testBackEnd } from '#bff/back-ends/test-back-end.ts'
import { testConnection } from '#bff/back-ends/test-connection.ts'
import type { Context } from '#bff/context.ts'
import { readBlacklist } from '../checks.ts'
import { urlRefusal } from '../http-url.ts'
import type { StoragePlace } from '../place.ts'

/** Tests entries of storage documents, for those who ask and before they are saved. */
export interface StorageTests {
  /** Gives the failure; undefined when the back-end works. */
  backEnd(id: string, entry: JsonObject, place: StoragePlace, listener: Listener): Promise<StorageTestError | undefined>
  /** Gives the failure; undefined when the connection works. */
  connection(entry: JsonObject, listener: Listener): Promise<StorageTestError | undefined>
}

/** Where KAZOO keeps the documents that test files of the system's own document belong to. */
const systemDatabase = 'system_data'

export function createStorageTests(context: Context): StorageTests {
  const { config, outside, clock, newId } = context
  const oauth = createOauthTokens(context.store, clock)
  const allow = createAllowList(config.probeAllow)
  return {
    async backEnd(id, entry, { accountId }, listener) {
      const blacklist = await readBlacklist(context)
      const database =
        accountId === undefined ? systemDatabase : `${accountDatabase(accountId)}-${monthOf(clock().toISOString())}`
      // A document of the system's database counts as the account's of that name.
      const subject = { id, entry, accountId: accountId ?? systemDatabase, database }
      const refuseUrl = (url: string) => urlRefusal(url, blacklist)
      return testBackEnd(subject, { outside, allow, oauth, refuseUrl, clock, newId }, listener)
    },
    connection: (entry, listener) => testConnection(entry, { outside, allow, clock, newId }, listener),
  }
}
