import { isJsonObject, type JsonValue } from '@strata/json'
import { clusterSizes, sampleCluster } from '@strata/sample-cluster'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Account } from '#bff/accounts/account.ts'
import { type AccountDirectory, createAccountDirectory } from '#bff/accounts/directory.ts'
import type { Database, Store, StoredDocument } from '#bff/couch/store.ts'
import { fillStore } from '#bff/demo/fill-store.ts'
import { operationsRoutes } from '#bff/features/operations/routes.ts'
import { createRequest } from '#bff/http/request.ts'
import { startApp, type TestApp } from '../_app.ts'
import { startEmbedded, type TestStore } from '../_stores.ts'

const cluster = sampleCluster({ seed: 1, now: 63_960_000_000, defaults: {}, ...clusterSizes['1,000'] })
const listed = [...cluster.documents()].filter(({ database }) => database === 'accounts')
const masterId = cluster.masterAccountId

/** A store that counts what is asked of its `accounts`: requests, and the documents that they bring. */
function counting(store: Store) {
  const count = { requests: 0, documents: 0 }
  const counted = (database: Database): Database => ({
    ...database,
    async changes(since) {
      count.requests += 1
      const found = await database.changes(since)
      count.documents += found.changes.length
      return found
    },
    range: () => Promise.reject(new Error('the accounts are not to be read through')),
  })
  const database = (name: string) => (name === 'accounts' ? counted(store.database(name)) : store.database(name))
  return { count, store: { ...store, database } }
}

const byName = (accounts: readonly Pick<Account, 'id' | 'name'>[]) =>
  accounts.toSorted((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1)).map(({ id }) => id)
const idOf = (item: JsonValue) => (isJsonObject(item) ? item.id : undefined)
const ids = (accounts: readonly Account[]) => accounts.map(({ id }) => id)

describe('the directory of 1,000 accounts', () => {
  let test: TestStore
  let watched: ReturnType<typeof counting>
  let directory: AccountDirectory
  beforeAll(async () => {
    test = await startEmbedded()
    await fillStore(test.store, listed)
  })
  afterAll(() => test.stop())
  beforeEach(async () => {
    watched = counting(test.store)
    directory = createAccountDirectory(watched.store)
    await directory.ready()
    watched.count.requests = 0
    watched.count.documents = 0
  })

  const stored = async (id: string): Promise<StoredDocument> => {
    const document = await test.store.database('accounts').get(id)
    if (document === undefined) throw new Error(`no account ${id}`)
    return document
  }
  const treeOf = ({ private: hidden }: { private: StoredDocument['private'] }) =>
    Array.isArray(hidden.tree) ? hidden.tree : []
  const named = (documents: readonly { id: string; fields: StoredDocument['fields'] }[]) =>
    byName(documents.map(({ id, fields }) => ({ id, name: String(fields.name) })))

  it('lists for every account what looking through all documents gives', async () => {
    const counts = await directory.descendantCounts()
    for (const { id } of listed) {
      const below = listed.filter((document) => treeOf(document).includes(id))
      const children = listed.filter((document) => treeOf(document).at(-1) === id)
      expect(ids(await directory.descendants(id))).toEqual(named(below))
      expect(ids(await directory.children(id))).toEqual(named(children))
      expect(counts(id)).toBe(below.length)
    }
    expect(watched.count.documents).toBe(0)
  })

  for (const { what, ask } of [
    { what: 'an account by its id', ask: () => directory.get(masterId) },
    { what: 'accounts by name, as at a sign-in', ask: () => directory.named('amber telecom') },
    { what: 'accounts by realm', ask: () => directory.withRealm('amber-telecom.sip.example.com') },
    { what: 'children', ask: () => directory.children(masterId) },
    { what: 'descendants', ask: () => directory.descendants(masterId) },
    { what: 'what a search finds', ask: () => directory.search('amber', masterId, 20) },
  ]) {
    it(`gives ${what} without a request to the store where nothing changed`, async () => {
      await ask()
      expect(watched.count).toEqual({ requests: 0, documents: 0 })
    })
  }

  it('reads a document that changed, and no other', async () => {
    const [first] = await directory.children(masterId)
    const before = await stored(first?.id ?? '')
    await test.store.database('accounts').put({ ...before, fields: { ...before.fields, name: 'Zzz Telecom' } })
    expect((await directory.children(masterId)).at(-1)).toMatchObject({ id: before.id, name: 'Zzz Telecom' })
    expect(watched.count).toEqual({ requests: 1, documents: 1 })
    const after = await stored(before.id)
    await test.store.database('accounts').put({ ...after, fields: before.fields })
  })

  it('a list that somebody holds stays as it was', async () => {
    const held = await directory.children(masterId)
    const before = ids(held)
    const document = await stored(before[0] ?? '')
    const revision = await test.store
      .database('accounts')
      .put({ ...document, private: { ...document.private, deleted: true } })
    expect(ids(await directory.children(masterId))).toEqual(before.slice(1))
    expect(ids(held)).toEqual(before)
    await test.store.database('accounts').put({ ...document, revision })
  })

  it('finds itself and what is below it, best first, and nothing beside it', async () => {
    const [reseller] = (await directory.children(masterId)).filter(({ isReseller }) => isReseller)
    const under = reseller?.id ?? ''
    const below = await directory.descendants(under)
    expect(ids(await directory.search('', under, 1000)).toSorted()).toEqual([under, ...ids(below)].toSorted())
    expect(ids(await directory.search(below[0]?.id ?? '', under, 20))).toEqual([below[0]?.id])
    expect(await directory.search(masterId, under, 20)).toEqual([])
    expect(ids(await directory.search(reseller?.name ?? '', under, 1))).toEqual([under])
  })

  it('forgets accounts that are removed, one or all, also where others came at the same time', async () => {
    const other = await startEmbedded()
    await fillStore(other.store, listed)
    const changing = createAccountDirectory(other.store)
    const accounts = other.store.database('accounts')
    const [gone] = await changing.children(masterId)
    const { revision = '' } = (await accounts.get(gone?.id ?? '')) ?? {}
    await accounts.remove(gone?.id ?? '', revision)
    const private_ = { type: 'account', tree: [masterId] }
    await accounts.put({ id: 'new', fields: { name: 'A new one' }, private: private_ })
    const children = ids(await changing.children(masterId))
    expect([children.includes('new'), children.includes(gone?.id ?? '')]).toEqual([true, false])
    await other.store.destroy('accounts')
    expect(await changing.all()).toEqual([])
    await other.store.create('accounts')
    await accounts.put({ id: 'new', fields: { name: 'The only one' }, private: { type: 'account', tree: [] } })
    expect((await changing.all()).map(({ name }) => name)).toEqual(['The only one'])
    await other.stop()
  })
})

describe('a list of 1,000 accounts', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startApp()
    await fillStore(app.store, listed)
  })
  afterAll(() => app.stop())

  it('comes whole where no pages are asked for, and is not sent again to whoever has it', async () => {
    const path = `/v2/accounts/${masterId}/descendants?paginate=false&ascending=true`
    const reply = await app.as('superduper').get(path)
    const data = Array.isArray(reply.body.data) ? reply.body.data : []
    expect(data.map(idOf)).toEqual(ids(await app.context.accounts.descendants(masterId)))
    expect(reply.masked).toMatchObject({ status: 'success', request_id: '{request_id}' })
    const headers = { 'if-none-match': reply.headers.get('etag') ?? '' }
    expect((await app.as('superduper').get(path, { headers })).status).toBe(304)
    const pretty = await app.as('superduper').get(`${path}&pretty_print=true`)
    expect(pretty.body.data).toEqual(data)
    const none = await app.as('superduper').get(`/v2/accounts/${data.map(idOf).at(-1)}/children?paginate=false`)
    expect([none.status, Array.isArray(none.body.data)]).toEqual([200, true])
  })
})

describe('/readyz', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startApp()
    const fields = { default: { master_account_id: 'named by the configuration' } }
    await app.store.database('system_config').put({ id: 'accounts', fields, private: { type: 'config' } })
  })
  afterAll(() => app.stop())

  it('answers 200 only once the accounts are read: a sign-in then reads none', async () => {
    const watched = counting(app.store)
    const accounts = createAccountDirectory(watched.store)
    const ready = operationsRoutes({ ...app.context, accounts }).find(({ path }) => path === '/readyz')
    await ready?.handle(anybodysRequest)
    expect(watched.count.documents).toBeGreaterThan(5)
    const before = watched.count.documents
    expect(await accounts.named('acme corp')).toHaveLength(1)
    expect(watched.count.documents).toBe(before)
  })

  it('does not answer 200 while they cannot be read', async () => {
    const broken = counting({
      ...app.store,
      database: (name) => ({ ...app.store.database(name), changes: () => Promise.reject(new Error('down')) }),
    })
    const accounts = createAccountDirectory(broken.store)
    const ready = operationsRoutes({ ...app.context, accounts }).find(({ path }) => path === '/readyz')
    await expect(ready?.handle(anybodysRequest)).rejects.toMatchObject({
      kind: 'unavailable',
      data: { store: 'ready', accounts: 'not ready', schemas: 'ready' },
    })
  })
})

const anybodysRequest = createRequest({
  requestId: 'r',
  path: '/readyz',
  params: {},
  query: {},
  data: {},
  envelope: {},
  session: undefined,
  redact: false,
  client: { address: '', isSecure: false },
  header: () => undefined,
})
