import type { StorageTestError } from '@strata/api-types'
import type { JsonObject } from '@strata/json'
import { monthOf } from '@strata/storage-plan'
import { accountDatabase } from '#bff/accounts/account-database.ts'
import type { Listener } from '#bff/back-ends/steps.ts'
import { testBackEnd } from '#bff/back-ends/test-back-end.ts'
import { readBlacklist } from '../checks.ts'
import { urlRefusal } from '../http-url.ts'
import type { StoragePlace } from '../place.ts'
import type { StorageContext } from '../storage-context.ts'

/** Where KAZOO keeps the documents that test files of the system's own document belong to. */
const systemDatabase = 'system_data'

/** A back-end of the document at a place. */
interface PlacedBackEnd {
  readonly id: string
  readonly entry: JsonObject
  readonly place: StoragePlace
}

/** Gives the failure; undefined when files can be stored in the back-end. */
export async function testStoredBackEnd(
  storage: StorageContext,
  { id, entry, place: { accountId } }: PlacedBackEnd,
  listener: Listener,
): Promise<StorageTestError | undefined> {
  const { outside, allow, oauth, clock, newId } = storage
  const blacklist = await readBlacklist(storage.store, storage.allow)
  const database =
    accountId === undefined ? systemDatabase : `${accountDatabase(accountId)}-${monthOf(clock().toISOString())}`
  // A document of the system's database counts as the account's of that name.
  const subject = { id, entry, accountId: accountId ?? systemDatabase, database }
  const refuseUrl = (url: string) => urlRefusal(url, blacklist)
  return testBackEnd(subject, { outside, allow, oauth, refuseUrl, clock, newId }, listener)
}
