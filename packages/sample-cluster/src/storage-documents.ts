import type { JsonObject } from '@strata/json'
import { type AccountSettings, sampleUsers } from './account-documents.ts'
import type { AccountTree, SampleAccount } from './account-tree.ts'
import { attachmentEntries, couchConnection, type Handler, handlers } from './attachment-entries.ts'
import { createRandom } from './random.ts'
import type { SampleDocument } from './sample-document.ts'

/** Document types that plans send to back-ends, in the order in which entries are dealt to them. */
const types = ['mailbox_message', 'call_recording', 'fax', 'media'] as const

type StorageScope = Pick<SampleDocument, 'id' | 'private'>

const systemPlanId = (seed: number): string => createRandom(seed, 'system plan').hex(32)
const resellerPlanId = (seed: number): string => createRandom(seed, 'reseller plan').hex(32)

/** The plan that an account follows: the first customer, and some of its reseller's, follow that reseller's. */
export function planOf(seed: number, accounts: AccountTree): (account: SampleAccount) => string | undefined {
  const [firstReseller, reseller, system] = [accounts.at(1).id, resellerPlanId(seed), systemPlanId(seed)]
  return ({ index, resellerId }) => {
    const customer = index - accounts.resellers - 1
    if (customer < 0) return undefined
    if (accounts.resellers > 0 && resellerId === firstReseller && customer % 3 === 0) return reseller
    return customer % 7 === 1 ? system : undefined
  }
}

/**
 * Storage documents at every layer: system, a system plan, a plan of the first reseller, every fourth customer's own,
 * and one user's. The first customer has a back-end of each handler; the others one or two. An account that follows a
 * plan has a document, if an empty one: the plan takes effect through it.
 */
export function* storageDocuments(accounts: AccountTree, settings: AccountSettings): Generator<SampleDocument> {
  const { seed, now } = settings
  const stamp = (label: string): JsonObject => ({
    ...storageStamp(createRandom(seed, 'storage', label), now),
    auth_account_id: accounts.at(0).id,
  })
  const save = (scope: StorageScope, fields: JsonObject, label: string): SampleDocument => ({
    database: 'system_data',
    id: scope.id,
    fields,
    private: { ...scope.private, ...stamp(label) },
  })
  const plain = (id: string, hidden: JsonObject = {}): StorageScope => ({ id, private: { type: 'storage', ...hidden } })

  yield save(plain('system'), systemStorage(seed), 'system')
  yield save(
    { id: systemPlanId(seed), private: { type: 'storage_plan', system_plan: true } },
    { name: 'Europe only', ...ownStorage(seed, 'system plan', ['s3', 'google_storage']) },
    'system plan',
  )
  if (accounts.resellers > 0) {
    const { id } = accounts.at(1)
    yield save(
      { id: resellerPlanId(seed), private: { type: 'storage_plan', system_plan: false, account_id: id } },
      { name: 'Reseller archive', ...ownStorage(seed, 'reseller plan', ['azure', 'http']) },
      'reseller plan',
    )
  }
  for (let index = accounts.resellers + 1; index < accounts.count; index += 1) {
    const account = accounts.at(index)
    const customer = index - accounts.resellers - 1
    const plan = settings.planOf(account)
    const owner = { account_id: account.id }
    if (customer % 4 === 0 || plan !== undefined) {
      const fields = customer % 4 === 0 ? ownStorage(seed, account.id, handlersOf(seed, customer, index)) : {}
      yield save(plain(account.id, { ...owner, ...(plan === undefined ? {} : { plan_id: plan }) }), fields, account.id)
    }
    const user = customer === 0 ? sampleUsers(account, settings).at(-1) : undefined
    if (user !== undefined) yield save(plain(user.id, owner), ownStorage(seed, user.id, ['dropbox']), user.id)
  }
}

function handlersOf(seed: number, customer: number, index: number): readonly Handler[] {
  const random = createRandom(seed, 'handlers of', index)
  return customer === 0 ? handlers : random.sample(handlers, random.integer(1, 2))
}

function systemStorage(seed: number): JsonObject {
  const random = createRandom(seed, 'system storage')
  const [backend, connection] = [random.hex(32), random.hex(32)]
  return {
    attachments: { [backend]: attachmentEntries.s3 },
    connections: { local: {}, [connection]: couchConnection },
    plan: {
      modb: { attachments: { handler: backend, params: { folder_path: 'calls' } }, connection: 'local' },
      system: { types: { system_media: { attachments: { handler: backend, stub: true }, connection } } },
    },
  }
}

/** Back-ends of the handlers, and a plan that sends one document type to each of the first ones. */
function ownStorage(seed: number, label: string, own: readonly Handler[]): JsonObject {
  const random = createRandom(seed, 'back-ends of', label)
  const entries = own.map((handler) => ({ id: random.hex(32), entry: attachmentEntries[handler] }))
  const planned = entries.slice(0, types.length).map(({ id }, index) => {
    const params = index === 2 ? { params: { folder_path: 'faxes' } } : {}
    return [types[index] ?? 'media', { attachments: { handler: id, ...params } }] as const
  })
  return {
    attachments: Object.fromEntries(entries.map(({ id, entry }) => [id, entry])),
    plan: { modb: { types: Object.fromEntries(planned) } },
  }
}

function storageStamp(random: ReturnType<typeof createRandom>, now: number): JsonObject {
  const created = now - random.integer(1, 400) * 24 * 3600
  return {
    account_db: 'system_data',
    vsn: '1',
    created,
    modified: created + random.integer(0, 24 * 3600),
    request_id: random.hex(32),
    is_authenticated: true,
  }
}
