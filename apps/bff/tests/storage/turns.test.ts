import type { JsonObject } from '@strata/json'
import { isStorageSecret } from '@strata/kazoo-schemas'
import { builtInStorage, layeredStorage } from '@strata/storage-plan'
import { describe, expect, it } from 'vitest'
import type { Account } from '#bff/accounts/account.ts'
import type { AccountDirectory } from '#bff/accounts/directory.ts'
import type { Session } from '#bff/auth/session.ts'
import type { StoredDocument } from '#bff/couch/store.ts'
import { isAt, planPlace } from '#bff/features/storage/place.ts'
import { requireFitting } from '#bff/features/storage/plans/require-fitting.ts'
import { touchedByDraft } from '#bff/features/storage/plans/touched-by-draft.ts'
import type { StorageStore } from '#bff/features/storage/store.ts'
import { routeView } from '#bff/features/storage/where/route-view.ts'
import { showMap } from '#bff/features/storage/where/show-map.ts'
import { createRedactor } from '#bff/redaction/create-redactor.ts'

/** How often everybody else had a turn while something was done that waits for nothing outside. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0
  let isDone = false
  const count = () => {
    turns += 1
    if (!isDone) setImmediate(count)
  }
  setImmediate(count)
  await work()
  isDone = true
  return turns
}

const accountId = 'a'.repeat(32)
const planId = 'b'.repeat(32)
const account = (id: string): Account =>
  ({ id, name: id, tree: [], planId: undefined, resellerId: undefined }) as unknown as Account
const document = (id: string, fields: JsonObject, hidden: JsonObject): StoredDocument => ({
  id,
  revision: '1-a',
  fields,
  private: hidden,
})
const toBackEnd = { plan: { modb: { attachments: { handler: 'B' } } } }
const plan = document(
  planId,
  { attachments: { B: { handler: 's3', settings: { bucket: 'b' } } } },
  {
    type: 'storage_plan',
    system_plan: true,
  },
)

/** Documents that are there at once, so that no turn is anybody's but the one that is given up. */
function memory(documents: readonly StoredDocument[]): StorageStore {
  const findAny = async (id: string) => documents.find((each) => each.id === id)
  return {
    findAny,
    find: async (place) => documents.find((each) => each.id === place.id && isAt(place, each)),
    versions: async (_place, document) => [document],
    all: async () => [...documents],
    documents: async () => [...documents],
    plans: async () => [plan],
    ofUsers: async (id) => documents.filter(({ id: own, private: { account_id: of } }) => of === id && own !== id),
    followers: async () => documents.filter(({ private: { plan_id: named } }) => named === planId).map(({ id }) => id),
  }
}

function directory(ids: readonly string[]): AccountDirectory {
  const accounts = ids.map(account)
  const known: Partial<AccountDirectory> = {
    get: async (id) => accounts.find((each) => each.id === id),
    all: async () => accounts,
  }
  return known as AccountDirectory
}

describe('others have their turn', () => {
  it('after each rule of a map', async () => {
    const types = Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`t${index}`, { connection: 'local' }]))
    const plan = { modb: { types }, account: { types } }
    const storage = layeredStorage([
      { name: 'built-in', values: builtInStorage },
      { name: 'system', values: { plan } },
    ])
    let breaths = 0
    const breathe = async () => {
      breaths += 1
    }
    const redactor = createRedactor({ isSecret: isStorageSecret, fingerprintKey: new Uint8Array(32) })
    const { classes } = await showMap(
      storage,
      '5',
      routeView(redactor, () => true),
      breathe,
    )
    const rows = classes.flatMap((each) => each.rows)
    expect(rows.length).toBeGreaterThan(160)
    expect(breaths).toBeGreaterThanOrEqual(rows.length)
  })

  it('after each document that a plan comes below', async () => {
    const users = Array.from({ length: 40 }, (_, index) =>
      document(`user-${index}`, toBackEnd, { type: 'storage', account_id: accountId }),
    )
    const own = document(accountId, toBackEnd, { type: 'storage', account_id: accountId })
    const store = memory([plan, own, ...users])
    const turns = await turnsDuring(() =>
      requireFitting({ accounts: directory([accountId]), stored: store }, accountId, planId, '4.3'),
    )
    expect(turns).toBeGreaterThanOrEqual(2 * 41)
  })

  it('after each account whose storage a draft may break', async () => {
    const ids = Array.from({ length: 40 }, (_, index) => `account-${index}`)
    const own = ids.map((id) => document(id, toBackEnd, { type: 'storage', account_id: id, plan_id: planId }))
    const session = { isSuperduperAdmin: true } as Session
    const place = planPlace(planId, undefined)
    const storage = { accounts: directory(ids), stored: memory([plan, ...own]) }
    const work = () => touchedByDraft(storage, session, { place, draft: null, version: '4.3' })
    expect(await turnsDuring(work)).toBeGreaterThanOrEqual(40)
  })
})
