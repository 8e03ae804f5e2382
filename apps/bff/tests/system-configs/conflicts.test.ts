import type { DocumentVersions } from '@strata/api-types'
import type { JsonObject } from '@strata/json'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, startApp } from '../_app.ts'
import { replicate } from '../_ask-couchdb.ts'
import { startCouchDb } from '../_stores.ts'
import { type ConfigApp, signInBrowser, startConfigApp } from './_configs.ts'

const losing = (letter: string) => `1-${letter.padStart(32, '0')}`
const secrets = { read: 'invented-secret-that-is-read', older: 'invented-secret-of-an-older-version' }

describe('versions of a category', () => {
  let app: ConfigApp
  let url: string
  let browser: Client

  const start = async () => {
    const test = await startCouchDb()
    url = test.url
    return test
  }
  const arrives = async (id: string, letter: string, fields: JsonObject, hidden: JsonObject = {}) => {
    const version = { _id: id, _rev: losing(letter), pvt_type: 'config', ...hidden, ...fields }
    await replicate(url, 'system_config', [version])
    // A write of its own, even one of nothing, makes the server look before it has heard of the version.
    await app.store.database('system_config').bulk([])
  }
  const at = (id: string) => `/console/system_configs/${id}`
  const detailOf = async (id: string) => (await app.admin.get(at(id))).body.data as JsonObject
  const versionsOf = async (id: string) => (await app.admin.get(`${at(id)}/conflicts`)).body.data as DocumentVersions

  async function conflicted() {
    const id = await app.category({ default: { a: 5, api_key: secrets.read } })
    await arrives(id, 'a', { default: { a: 6, api_key: secrets.older }, z1: { flag: true } })
    const { revision, conflicts } = await versionsOf(id)
    return { id, choice: { keep: losing('a'), revision, conflicts } }
  }

  beforeAll(async () => {
    app = await startConfigApp(start)
    browser = await signInBrowser(app)
  })
  afterAll(() => app.stop())

  it('are counted on the category, also after a save, and only where there are any', async () => {
    const { id } = await conflicted()
    expect((await detailOf(id)).conflicts).toBe(1)
    const operations = [{ section: 'default', pointer: '/a', op: 'set', value: 9 }]
    const saved = await app.admin.post(at(id), { base_revision: (await detailOf(id)).revision ?? null, operations })
    expect(saved).toMatchObject({ status: 200, body: { data: { conflicts: 1 } } })
    const alone = await app.category({ default: { a: 5 } })
    expect(await detailOf(alone)).not.toHaveProperty('conflicts')
    expect(await versionsOf(alone)).toMatchObject({ conflicts: [], versions: [] })
    expect((await app.admin.get(`${at('never.stored')}/conflicts`)).status).toBe(404)
  })

  it('are read side by side, without a secret where it is a browser that reads', async () => {
    const { id } = await conflicted()
    expect((await versionsOf(id)).versions.map(({ document }) => document)).toEqual([
      { default: { a: 5, api_key: secrets.read } },
      { default: { a: 6, api_key: secrets.older }, z1: { flag: true } },
    ])
    const { status, text } = await browser.get(`${at(id)}/conflicts`)
    expect(status).toBe(200)
    expect(text).not.toContain('invented-secret')
    expect(new Set(text.match(/"fingerprint":"\w+"/g)).size).toBe(2)
  })

  it('go once one is kept, with its secrets, from a browser too', async () => {
    const { id, choice } = await conflicted()
    const settled = await browser.post(`${at(id)}/conflicts`, choice)
    expect(settled).toMatchObject({ status: 200, body: { data: { sections: { z1: { flag: true } } } } })
    expect(settled.text).not.toContain('invented-secret')
    expect(await app.stored(id)).toEqual({ default: { a: 6, api_key: secrets.older }, z1: { flag: true } })
    expect(await detailOf(id)).not.toHaveProperty('conflicts')
  })

  it('all stay when they are others than were shown', async () => {
    const { id, choice } = await conflicted()
    await arrives(id, 'b', { default: { a: 7 } })
    for (const conflicts of [choice.conflicts, [losing('a'), losing('a')]]) {
      expect((await app.admin.post(`${at(id)}/conflicts`, { ...choice, conflicts })).status).toBe(409)
    }
    expect((await app.admin.post(`${at(id)}/conflicts`, { keep: 'x' })).status).toBe(400)
    expect((await detailOf(id)).conflicts).toBe(2)
  })

  it('that are soft-deleted cannot be kept', async () => {
    const id = await app.category({ default: { a: 5 } })
    await arrives(id, 'a', { default: { a: 6 } }, { pvt_deleted: true })
    const { revision, conflicts, versions } = await versionsOf(id)
    expect(versions).toHaveLength(1)
    const choice = { keep: losing('a'), revision, conflicts }
    expect((await app.admin.post(`${at(id)}/conflicts`, choice)).status).toBe(409)
  })

  it('go with the category that is deleted', async () => {
    const { id } = await conflicted()
    expect((await app.admin.delete(`/v2/system_configs/${id}`)).status).toBe(200)
    expect(await app.stored(id)).toBeUndefined()
    expect((await detailOf(id)).revision).toBeNull()
  })

  it('are read on a read-only store, and none is chosen', async () => {
    const readOnly = await startApp({ start, readOnly: true })
    const configs = readOnly.store.database('system_config')
    await configs.put({ id: 'demo.read', fields: { default: { a: 5 } }, private: { type: 'config' } })
    await arrives('demo.read', 'a', { default: { a: 6 } })
    const root = readOnly.as('superduper')
    const { revision, conflicts, versions } = (await root.get(`${at('demo.read')}/conflicts`)).body
      .data as DocumentVersions
    expect(versions).toHaveLength(2)
    const refused = await root.post(`${at('demo.read')}/conflicts`, { keep: losing('a'), revision, conflicts })
    expect(refused.status).toBe(403)
    expect((await configs.get('demo.read'))?.conflicts).toEqual([losing('a')])
    await readOnly.stop()
  })
})
