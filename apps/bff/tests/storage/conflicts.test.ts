import type { DocumentVersions } from '@strata/api-types'
import type { JsonObject } from '@strata/json'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ACCOUNTS, type Client, startApp, type TestApp, USERS } from '../_app.ts'
import { replicate } from '../_ask-couchdb.ts'
import { startCouchDb } from '../_stores.ts'
import { acme, browserOf, couchdb, couchId, s3, s3Document, s3Id, s3Secret, voicemailTo } from './_documents.ts'

const [storagePath, versionsPath] = [`/v2/accounts/${acme}/storage`, `/console/accounts/${acme}/storage/conflicts`]
const olderSecret = 'invented-secret-of-an-older-version'

describe('versions of a storage document', () => {
  let app: TestApp
  let url: string
  let root: Client
  let admin: Client
  let arrived = 0

  /** A version of a document that another server wrote, and that is not read; gives its revision. */
  async function arrives(fields: JsonObject, hidden: JsonObject = {}, id: string = acme): Promise<string> {
    arrived += 1
    // Of revisions of one length the greater is read, and no server makes one that begins so.
    const revision = `1-${String(arrived).padStart(32, '0')}`
    await replicate(url, 'system_data', [{ _id: id, _rev: revision, pvt_type: 'storage', ...hidden, ...fields }])
    // A write of its own, even one of nothing, makes the server look before it has heard of the version.
    await app.store.database('system_data').bulk([])
    return revision
  }

  const versionsOf = async (client: Client, path = versionsPath) =>
    (await client.get(path)).body.data as DocumentVersions

  const choiceOf = ({ revision, conflicts }: DocumentVersions, keep: string) => ({ keep, revision, conflicts })

  const stored = async () => app.store.database('system_data').get(acme)

  beforeAll(async () => {
    app = await startApp({
      savesUntested: true,
      async start() {
        const test = await startCouchDb()
        url = test.url
        return test
      },
    })
    root = app.as('superduper')
    admin = app.as('account-admin')
  })
  afterAll(() => app.stop())
  beforeEach(async () => {
    await root.delete(storagePath)
    await root.put(storagePath, s3Document)
  })

  it('are none where CouchDB keeps one', async () => {
    const { revision } = (await admin.get(storagePath)).body
    expect(await versionsOf(admin)).toEqual({ revision, conflicts: [], versions: [] })
    expect((await admin.get(`/console/accounts/${ACCOUNTS.branch.id}/storage/conflicts`)).status).toBe(403)
    await root.delete(storagePath)
    expect((await admin.get(versionsPath)).status).toBe(404)
  })

  it('are shown with when they were saved, the one that is read first', async () => {
    const other = await arrives({ ...s3Document, note: 'older' }, { pvt_modified: 63_962_740_800 })
    const { revision } = (await admin.get(storagePath)).body
    const found = await versionsOf(admin)
    expect(found).toMatchObject({ revision, conflicts: [other] })
    expect(found.versions.map((version) => version.revision)).toEqual([revision, other])
    expect(found.versions[0]?.document).toMatchObject(s3Document)
    expect(found.versions[1]).toEqual({
      revision: other,
      modified: '2026-11-24T12:00:00.000Z',
      document: { ...s3Document, note: 'older' },
    })
  })

  it('leave the answers of KAZOO’s API as they are', async () => {
    const before = await admin.get(storagePath)
    await arrives({ note: 'older' })
    expect((await admin.get(storagePath)).masked).toEqual(before.masked)
  })

  it('show a browser no secret of any, and tell their secrets apart', async () => {
    const other = await arrives({ attachments: { [s3Id]: s3({ secret: olderSecret }) } })
    const browser = await browserOf(app, 'account-admin')
    const { text } = await browser.get(versionsPath)
    expect(text).not.toContain(s3Secret)
    expect(text).not.toContain(olderSecret)
    expect(new Set(text.match(/"fingerprint":"\w+"/g)).size).toBe(2)
    const found = await versionsOf(browser)
    const settled = await browser.post(versionsPath, choiceOf(found, other))
    expect(settled.text).not.toContain(olderSecret)
  })

  it('of another kind, another account, or soft-deleted, are counted and not shown', async () => {
    await arrives({ note: 'a plan' }, { pvt_type: 'storage_plan' })
    await arrives({ note: 'elsewhere' }, { pvt_account_id: ACCOUNTS.branch.id })
    await arrives({ note: 'gone' }, { pvt_deleted: true })
    const found = await versionsOf(admin)
    expect(found.conflicts).toHaveLength(3)
    expect(found.versions).toHaveLength(1)
    for (const revision of found.conflicts) {
      expect((await root.post(versionsPath, choiceOf(found, revision))).status).toBe(409)
    }
  })

  it('are shown up to twenty', async () => {
    for (let count = 1; count <= 25; count += 1) await arrives({ note: `version ${count}` })
    const found = await versionsOf(admin)
    expect(found.conflicts).toHaveLength(25)
    expect(found.versions).toHaveLength(20)
    expect((await admin.post(versionsPath, choiceOf(found, found.revision))).status).toBe(200)
    expect(await stored()).not.toHaveProperty('conflicts')
  })

  it('go once the one that is read is kept, and its account keeps what it has', async () => {
    await arrives({ note: 'older' })
    const settled = await admin.post(versionsPath, choiceOf(await versionsOf(admin), (await stored())?.revision ?? ''))
    expect(settled).toMatchObject({ status: 200, body: { data: s3Document } })
    expect(await stored()).toMatchObject({ fields: s3Document, private: { type: 'storage', account_id: acme } })
    expect(await versionsOf(admin)).toMatchObject({ revision: settled.body.revision, conflicts: [], versions: [] })
  })

  it('go once another one is kept, which is logged as a save', async () => {
    const other = { plan: voicemailTo(s3Id), attachments: s3Document.attachments ?? null, note: 'the one to keep' }
    const chosen = await arrives(other)
    await arrives({ note: 'older' })
    expect((await admin.post(versionsPath, choiceOf(await versionsOf(admin), chosen))).status).toBe(200)
    expect((await stored())?.fields).toEqual(other)
    expect(await stored()).not.toHaveProperty('conflicts')
    const line = app.log.findLast((each) => each.includes('document saved')) ?? '{}'
    expect(JSON.parse(line)).toMatchObject({ id: acme, changed: 1, pointers: ['/note'], versions_removed: 2 })
  })

  for (const { note, meanwhile } of [
    { note: 'somebody saved', meanwhile: () => admin.patch(storagePath, { note: 'saved meanwhile' }) },
    { note: 'a version came', meanwhile: () => arrives({ note: 'late' }) },
  ]) {
    it(`all stay when ${note} since they were shown`, async () => {
      const other = await arrives({ note: 'older' })
      const choice = choiceOf(await versionsOf(admin), other)
      await meanwhile()
      expect((await admin.post(versionsPath, choice)).status).toBe(409)
      expect((await versionsOf(admin)).conflicts).toContain(other)
    })
  }

  it('take a choice of the shape that is documented, and none with another precondition', async () => {
    const other = await arrives({ note: 'older' })
    const choice = choiceOf(await versionsOf(admin), other)
    const otherMatch = { 'if-match': '"1-other"' }
    for (const body of [{}, 'text', null, { ...choice, conflicts: 'a' }, { ...choice, extra: 1 }, { keep: 1 }]) {
      expect((await admin.post(versionsPath, body)).status).toBe(400)
    }
    expect((await admin.post(versionsPath, { ...choice, keep: '9-unknown' })).status).toBe(409)
    expect((await admin.post(versionsPath, choice, { headers: otherMatch })).status).toBe(412)
    expect((await versionsOf(admin)).conflicts).toEqual([other])
  })

  for (const { note, version, path } of [
    {
      note: 'would send the secrets of a layer below elsewhere',
      version: { connections: { [couchId]: couchdb({ ip: '198.51.100.7' }) } },
      path: `connections.${couchId}`,
    },
    { note: 'does not hold', version: { plan: voicemailTo('ab'.repeat(16)) }, path: 'plan.modb' },
  ]) {
    it(`that ${note} is kept by superduper admins alone`, async () => {
      await root.delete('/v2/storage')
      await root.put('/v2/storage', { connections: { [couchId]: couchdb() } })
      const other = await arrives(version)
      const choice = choiceOf(await versionsOf(admin), other)
      const refused = await admin.post(versionsPath, choice)
      expect(refused.status).toBe(400)
      expect(Object.keys(refused.body.data as JsonObject).join(' ')).toContain(path)
      expect((await stored())?.conflicts).toEqual([other])
      expect((await root.post(versionsPath, choice)).status).toBe(200)
      expect((await stored())?.fields).toEqual(version)
      await root.delete('/v2/storage')
    })
  }

  it('go with the document: what was deleted does not come back', async () => {
    await arrives({ note: 'older' })
    expect((await admin.delete(storagePath)).status).toBe(200)
    expect((await admin.get(storagePath)).status).toBe(404)
    expect((await admin.get('/console/storage')).text).not.toContain(acme)
  })

  for (const { note, document, versions, id } of [
    { note: 'the system', document: '/v2/storage', versions: '/console/storage/conflicts', id: 'system' },
    {
      note: 'a user',
      document: `/v2/accounts/${acme}/users/${USERS['account-user'].id}/storage`,
      versions: `/console/accounts/${acme}/users/${USERS['account-user'].id}/storage/conflicts`,
      id: USERS['account-user'].id,
    },
  ]) {
    it(`are shown and settled for ${note}`, async () => {
      await root.put(document, { note: 'read' })
      const other = await arrives({ note: 'older' }, {}, id)
      const found = await versionsOf(root, versions)
      expect(found.versions.map((version) => version.document.note)).toEqual(['read', 'older'])
      expect(await root.post(versions, choiceOf(found, other))).toMatchObject({
        body: { data: { note: 'older' } },
      })
      await root.delete(document)
    })
  }

  it('are shown and settled for plans of the system and of a reseller', async () => {
    const reseller = `accounts/${ACCOUNTS.reseller.id}/`
    for (const [prefix, hidden] of [
      ['', { pvt_system_plan: true }],
      [reseller, { pvt_account_id: ACCOUNTS.reseller.id }],
    ] as const) {
      const made = await root.put(`/v2/${prefix}storage/plans`, { name: 'Gold' })
      const { id } = made.body.data as { id: string }
      const other = await arrives({ name: 'Silver' }, { pvt_type: 'storage_plan', ...hidden }, id)
      const versions = `/console/${prefix}storage/plans/${id}/conflicts`
      const found = await versionsOf(root, versions)
      expect(found.versions.map((version) => version.document.name)).toEqual(['Gold', 'Silver'])
      expect((await root.post(versions, choiceOf(found, other))).status).toBe(200)
      expect((await root.get(`/v2/${prefix}storage/plans/${id}`)).body.data).toMatchObject({ name: 'Silver' })
    }
  })
})
