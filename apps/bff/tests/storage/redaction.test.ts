import { getAt, isJsonObject, type JsonObject, setAt } from '@strata/json'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ACCOUNTS, type Client, type Reply, STORES, startApp, type TestApp } from '../_app.ts'
import {
  acme,
  acmeStorage,
  browserOf,
  couchdb,
  couchId,
  couchPassword,
  http,
  httpId,
  s3,
  s3Document,
  s3Id,
  s3Secret,
  voicemailTo,
} from './_documents.ts'

const urlWithPassword = 'https://user:invented-url-password@rec.example.net/in'
const shownUrl = 'https://•••@rec.example.net/in'
const ruleUrl = 'https://rec.example.net/faxes?api_key=invented-query-key&file='
const azureId = 'f2'.repeat(16)
const azureKey = 'invented-azure-key'
const secrets = [s3Secret, couchPassword, 'invented-url-password', 'invented-query-key', azureKey]

const full: JsonObject = {
  attachments: {
    [s3Id]: s3(),
    [httpId]: http({ url: urlWithPassword, verb: 'put', base64_encode_data: false }),
    [azureId]: { handler: 'azure', settings: { account: 'a', container: 'c', key: azureKey } },
  },
  connections: { [couchId]: couchdb() },
  plan: voicemailTo(s3Id),
}

const secretPointers = [
  `/attachments/${s3Id}/settings/secret`,
  `/attachments/${httpId}/settings/url`,
  `/attachments/${azureId}/settings/key`,
  `/connections/${couchId}/settings/credentials/password`,
]

function dataOf({ body }: Reply): JsonObject {
  if (!isJsonObject(body.data)) throw new Error(`no document: ${JSON.stringify(body.data)}`)
  return body.data
}

function withoutId({ id, ...document }: JsonObject): JsonObject {
  return document
}

describe.each(STORES)('secrets of storage documents in a browser on $kind', ({ start }) => {
  let app: TestApp
  let browser: Client
  const seen: string[] = []

  /** The browser, with every answer kept for the search at the end. */
  function watched(client: Client): Client {
    const watch =
      <Args extends unknown[]>(call: (...args: Args) => Promise<Reply>) =>
      async (...args: Args) => {
        const reply = await call(...args)
        seen.push(reply.text)
        return reply
      }
    return {
      get: watch(client.get),
      put: watch(client.put),
      post: watch(client.post),
      patch: watch(client.patch),
      delete: watch(client.delete),
      send: watch(client.send),
    }
  }

  beforeAll(async () => {
    app = await startApp({ start, savesUntested: true })
    browser = watched(await browserOf(app, 'account-admin'))
  })
  afterEach(async () => {
    await app.as('account-admin').delete(acmeStorage)
  })
  afterAll(() => app.stop())

  const stored = async () => (await app.store.database('system_data').get(acme))?.fields

  it('read as markers; everything else reads as it is', async () => {
    await app.as('account-admin').put(acmeStorage, full)
    const read = dataOf(await browser.get(acmeStorage))
    for (const pointer of secretPointers) {
      const isAddress = pointer.endsWith('/url')
      expect(getAt(read, pointer)).toEqual({
        $secret: 'set',
        fingerprint: expect.stringMatching(/^[0-9a-f]{12}$/),
        ...(isAddress ? { shown: shownUrl } : {}),
      })
    }
    const hidden = secretPointers.reduce<JsonObject>(
      (rest, pointer) => setAt(rest, pointer, 'hidden') as JsonObject,
      full,
    )
    const shown = secretPointers.reduce<JsonObject>(
      (rest, pointer) => setAt(rest, pointer, 'hidden') as JsonObject,
      read,
    )
    expect(shown).toEqual({ ...hidden, id: acme })
  })

  it('read with a token are clear', async () => {
    await app.as('account-admin').put(acmeStorage, full)
    expect(dataOf(await app.as('account-admin').get(acmeStorage))).toEqual({ ...full, id: acme })
  })

  it('written back as they were read, by POST and by PATCH, are kept', async () => {
    await app.as('account-admin').put(acmeStorage, full)
    const read = dataOf(await browser.get(acmeStorage))
    for (const write of [browser.post, browser.patch]) {
      const reply = await write(acmeStorage, { ...read, note: 'changed' })
      expect(reply.status).toBe(200)
      expect(dataOf(reply)).toEqual({ ...read, note: 'changed' })
      expect(await stored()).toEqual({ ...full, note: 'changed' })
    }
  })

  it('are kept beside a change of another setting of the same back-end', async () => {
    await app.as('account-admin').put(acmeStorage, full)
    const read = withoutId(dataOf(await browser.get(acmeStorage)))
    await browser.post(acmeStorage, setAt(read, `/attachments/${s3Id}/settings/bucket`, 'another-bucket'))
    expect(await stored()).toEqual(setAt(full, `/attachments/${s3Id}/settings/bucket`, 'another-bucket'))
  })

  it('are replaced by a text', async () => {
    await app.as('account-admin').put(acmeStorage, s3Document)
    const read = withoutId(dataOf(await browser.get(acmeStorage)))
    const pointer = `/attachments/${s3Id}/settings/secret`
    const reply = await browser.post(acmeStorage, setAt(read, pointer, 'invented-s3-secret-2'))
    expect(getAt(dataOf(reply), pointer)).toMatchObject({ $secret: 'set' })
    expect(getAt(dataOf(reply), pointer)).not.toEqual(getAt(read, pointer))
    expect(getAt(await stored(), pointer)).toBe('invented-s3-secret-2')
  })

  it('are cleared by null; where the schema needs one that is said', async () => {
    await app.as('account-admin').put(acmeStorage, { ...full, api_token: 'invented-token' })
    const read = withoutId(dataOf(await browser.get(acmeStorage)))
    expect(read.api_token).toMatchObject({ $secret: 'set' })
    await browser.post(acmeStorage, { ...read, api_token: null })
    expect(await stored()).toEqual(full)
    await app.as('account-admin').patch(acmeStorage, { api_token: 'invented-token' })
    await browser.patch(acmeStorage, { api_token: null })
    expect(await stored()).toEqual(full)

    const again = withoutId(dataOf(await browser.get(acmeStorage)))
    const needed = await browser.post(acmeStorage, setAt(again, `/attachments/${s3Id}/settings/secret`, null))
    expect(needed.status).toBe(400)
    expect(needed.body.data).toHaveProperty([`attachments.${s3Id}.settings.secret`, 'required'])
  })

  describe('addresses', () => {
    const rule = { modb: { types: { fax: { attachments: { handler: httpId, params: { url: ruleUrl } } } } } }
    const inRule = '/plan/modb/types/fax/attachments/params/url'
    const inEntry = `/attachments/${httpId}/settings/url`
    const withRule: JsonObject = { ...full, plan: rule }

    /** What a browser reads, with the shown address at a place edited. */
    async function edited(pointer: string, edit: (shown: string) => string): Promise<JsonObject> {
      await app.as('account-admin').put(acmeStorage, withRule)
      const read = withoutId(dataOf(await browser.get(acmeStorage)))
      const shown = getAt(read, `${pointer}/shown`)
      if (typeof shown !== 'string') throw new Error('the address is not shown')
      return setAt(read, `${pointer}/shown`, edit(shown)) as JsonObject
    }

    for (const { note, pointer, edit, address } of [
      {
        note: 'of a back-end keeps its password with another path and a parameter',
        pointer: inEntry,
        edit: (shown: string) => shown.replace('/in', '/other/place?dir=calls'),
        address: 'https://user:invented-url-password@rec.example.net/other/place?dir=calls',
      },
      {
        note: 'of a rule keeps its key with another path',
        pointer: inRule,
        edit: (shown: string) => shown.replace('/faxes', '/in'),
        address: 'https://rec.example.net/in?api_key=invented-query-key&file=',
      },
      {
        note: 'without its key is a plain one',
        pointer: inRule,
        edit: () => 'https://rec.example.net/plain?file=',
        address: 'https://rec.example.net/plain?file=',
      },
    ]) {
      it(note, async () => {
        for (const write of [browser.post, browser.patch]) {
          const reply = await write(acmeStorage, await edited(pointer, edit))
          expect(reply.status).toBe(200)
          expect(await stored()).toEqual(setAt(withRule, pointer, address))
          await app.as('account-admin').delete(acmeStorage)
        }
      })
    }

    for (const { note, edit, words } of [
      {
        note: 'http instead of https',
        edit: (shown: string) => shown.replace('https', 'http'),
        words: 'type it again',
      },
      { note: 'another host', edit: (shown: string) => shown.replace('rec.', 'evil.'), words: 'type it again' },
      { note: 'another port', edit: (shown: string) => shown.replace('.net', '.net:444'), words: 'type it again' },
      { note: 'a ••• that is none', edit: (shown: string) => `${shown}&more=•••`, words: 'type the secret itself' },
    ]) {
      it(`with ${note} is refused in words, when it is saved and when it is tested`, async () => {
        for (const pointer of [inEntry, inRule]) {
          const draft = await edited(pointer, note === 'a ••• that is none' ? (shown) => `${shown}?more=•••` : edit)
          const replies = [
            await browser.post(acmeStorage, draft),
            await browser.patch(acmeStorage, draft),
            ...(pointer === inEntry
              ? [
                  await browser.post(acmeStorage.replace('/v2', '/console').concat('/test'), {
                    draft,
                    attachment: httpId,
                  }),
                ]
              : [await browser.post(acmeStorage.replace('/v2', '/console').concat('/routes'), { draft })]),
          ]
          for (const { status, text } of replies) expect([status, text]).toEqual([400, expect.stringContaining(words)])
          expect(await stored()).toEqual(withRule)
          await app.as('account-admin').delete(acmeStorage)
        }
      })
    }

    it('that are masked are refused as texts', async () => {
      await app.as('account-admin').put(acmeStorage, withRule)
      const read = withoutId(dataOf(await browser.get(acmeStorage)))
      expect((await browser.post(acmeStorage, setAt(read, inEntry, shownUrl))).status).toBe(400)
      expect(await stored()).toEqual(withRule)
    })

    it('are shown with ••• by the map and the route, and nothing else of them', async () => {
      await app.as('account-admin').put(acmeStorage, withRule)
      const console = acmeStorage.replace('/v2', '/console')
      const route = dataOf(await browser.get(`${console}/route?class=modb&type=fax`))
      expect(getAt(route, '/back_end/settings/url/value/shown')).toBe('https://rec.example.net/faxes?api_key=•••&file=')
      expect(getAt(route, '/back_end/target/url')).toMatch(/^https:\/\/rec\.example\.net\/faxes\?api_key=•••&file=./)
      const named = { [httpId]: { ...http({ url: urlWithPassword }), name: `to ${urlWithPassword}` } }
      const draft = { ...withRule, attachments: named }
      for (const path of ['routes', 'route?class=modb&type=fax']) {
        const map = await browser.post(`${console}/${path}`, { draft })
        expect([map.status, map.text]).toEqual([200, expect.stringContaining(`to ${shownUrl}`)])
      }
    })

    it('are not echoed by errors, in a rule either', async () => {
      await app.as('account-admin').put(acmeStorage, withRule)
      const read = withoutId(dataOf(await browser.get(acmeStorage)))
      for (const url of [
        'ftp://user:invented-url-password@h/',
        'https://localhost/?api_key=invented-query-key',
        ['x'],
      ]) {
        for (const pointer of [inEntry, inRule]) {
          await browser.post(acmeStorage, setAt({ ...read, connections: [ruleUrl, urlWithPassword] }, pointer, url))
        }
      }
      expect(await stored()).toEqual(withRule)
    })
  })

  for (const { note, secret } of [
    { note: 'the marker of another secret', secret: { $secret: 'set', fingerprint: '0123456789ab' } },
    { note: 'a marker without a fingerprint', secret: { $secret: 'set' } },
    { note: 'a mask of stars', secret: '*****' },
    { note: 'a mask of bullets', secret: '•••••' },
  ]) {
    it(`${note} is refused at its path, and nothing is stored`, async () => {
      await app.as('account-admin').put(acmeStorage, s3Document)
      for (const write of [browser.post, browser.patch]) {
        const reply = await write(acmeStorage, { attachments: { [s3Id]: s3({ secret }) } })
        expect(reply.status).toBe(400)
        expect(reply.body.data).toEqual({
          [`attachments.${s3Id}.settings.secret`]: { invalid: { message: expect.any(String) } },
        })
        expect(await stored()).toEqual(s3Document)
      }
    })
  }

  it('a marker moved to another back-end or another place is refused', async () => {
    await app.as('account-admin').put(acmeStorage, s3Document)
    const marker = getAt(dataOf(await browser.get(acmeStorage)), `/attachments/${s3Id}/settings/secret`)
    for (const patch of [
      { attachments: { [azureId]: { handler: 's3', settings: { ...(s3().settings as JsonObject), secret: marker } } } },
      { attachments: { [s3Id]: { name: marker } } },
      { note: marker },
    ]) {
      expect((await browser.patch(acmeStorage, patch as JsonObject)).status).toBe(400)
      expect(await stored()).toEqual(s3Document)
    }
  })

  it('no change of the handler lays a secret open', async () => {
    const azure = { handler: 'azure', settings: { account: 'a', container: 'c', key: azureKey } }
    await app.as('account-admin').put(acmeStorage, { attachments: { [azureId]: azure } })
    const pointer = `/attachments/${azureId}/settings/key`
    const marker = getAt(dataOf(await browser.get(acmeStorage)), pointer) ?? null
    const s3Settings = { bucket: 'invented-bucket', secret: 'invented-other-secret' }
    for (const [write, settings] of [
      [browser.patch, s3Settings],
      [browser.patch, { ...s3Settings, key: marker }],
      [browser.post, { ...s3Settings, key: marker }],
    ] as const) {
      const reply = await write(acmeStorage, { attachments: { [azureId]: { handler: 's3', settings } } })
      expect(reply.status).toBe(400)
      expect(Object.keys(reply.body.data ?? {})).toEqual([`attachments.${azureId}.settings.key`])
    }
    const settings = { ...s3Settings, key: 'INVENTED-KEY-ID' }
    const renewed = await browser.patch(acmeStorage, { attachments: { [azureId]: { handler: 's3', settings } } })
    expect(renewed.status).toBe(200)
    expect(getAt(dataOf(renewed), pointer)).toBe('INVENTED-KEY-ID')
  })

  it('a marker has nothing to keep where a document is created', async () => {
    const document = { attachments: { [s3Id]: s3({ secret: { $secret: 'set', fingerprint: '0123456789ab' } }) } }
    expect((await browser.put(acmeStorage, document)).status).toBe(400)
    expect(await stored()).toBeUndefined()
  })

  it('are not echoed by errors', async () => {
    await app.as('account-admin').put(acmeStorage, full)
    const read = withoutId(dataOf(await browser.get(acmeStorage)))
    for (const document of [
      setAt(read, `/attachments/${s3Id}/settings/bucket`, 'short'),
      setAt(read, `/attachments/${s3Id}/settings/secret`, s3Secret.repeat(20)),
      setAt(read, `/attachments/${s3Id}/settings/secret`, `${s3Secret} `),
      setAt(read, `/attachments/${s3Id}/settings/secret`, { nested: { secret: s3Secret } }),
      setAt(read, `/attachments/${s3Id}/settings/secret`, [s3Secret]),
      setAt(read, `/attachments/${s3Id}/handler`, 'nothing'),
      setAt(read, `/connections/${couchId}/settings/credentials/password`, [couchPassword]),
      setAt(read, `/connections/${couchId}/driver`, 'x'),
      setAt(read, `/attachments/${httpId}/settings/url`, 'ftp://user:invented-url-password@rec.example.net/in'),
      setAt(read, `/attachments/${httpId.toUpperCase()}`, http({ url: urlWithPassword })),
      [{ settings: { secret: s3Secret } }],
    ]) {
      const reply = await browser.post(acmeStorage, document)
      expect(reply.status).toBe(400)
    }
    expect(await stored()).toEqual(full)
  })

  it('of plans and of removed documents are hidden too', async () => {
    const root = watched(await browserOf(app, 'superduper'))
    const plans = `/v2/accounts/${ACCOUNTS.reseller.id}/storage/plans`
    const created = await root.put(plans, full)
    expect(created.status).toBe(201)
    const at = `${plans}/${dataOf(created).id}`
    await root.get(plans)
    await root.get(at)
    expect((await root.patch(at, { name: 'New' })).status).toBe(200)
    expect((await root.delete(at)).body.data).toMatchObject({ _read_only: { deleted: true } })
    await app.as('account-admin').put(acmeStorage, full)
    await browser.delete(acmeStorage)
  })

  it('never stood in any answer to the browser', () => {
    expect(seen.length).toBeGreaterThan(30)
    for (const secret of secrets) expect(seen.filter((text) => text.includes(secret))).toEqual([])
  })
})

describe('a stored address that readers see differently', () => {
  const password = 'invented-disguised'
  const inEntry = `/attachments/${httpId}/settings/url`
  const inRule = '/plan/modb/types/fax/attachments/params/url'
  const hidden = { $secret: 'set', fingerprint: expect.stringMatching(/^[0-9a-f]{12}$/) }

  let app: TestApp
  beforeAll(async () => {
    app = await startApp({ config: { redactSecrets: 'always' }, savesUntested: true })
  })
  afterAll(() => app.stop())

  for (const { note, url } of [
    { note: 'a space in its password', url: `https://user:my ${password}@rec.example.net/in` },
    { note: 'a # in its password', url: `https://user:ma#${password}@rec.example.net/in` },
    { note: 'a ? in its password', url: `https://user:ma?${password}@rec.example.net/in` },
    { note: 'a / in its password', url: `https://user:ma/${password}@rec.example.net/in` },
    { note: 'one slash', url: `https:/user:${password}@rec.example.net/in` },
    { note: 'no slash', url: `https:user:${password}@rec.example.net/in` },
    { note: 'three slashes', url: `https:///user:${password}@rec.example.net/in` },
    { note: 'backslashes', url: `https:\\\\user:${password}@rec.example.net/in` },
    { note: 'a tab in its scheme', url: `ht\ttps://rec.example.net/in?api_key=${password}` },
    { note: 'a line break in its user', url: `https://us\ner:${password}@rec.example.net/in` },
  ]) {
    for (const { reader, open } of [
      { reader: 'a browser', open: () => browserOf(app, 'account-admin') },
      { reader: 'a token, with redaction for everybody', open: async () => app.as('account-admin') },
    ]) {
      it(`with ${note} is told to ${reader} in no answer, in no error and in no line of the log`, async () => {
        const params = { handler: httpId, params: { url } }
        const fields: JsonObject = {
          // A name is one line.
          attachments: { [httpId]: { ...http({ url }), name: `to ${url.replace('\n', '')}` } },
          plan: { modb: { types: { fax: { attachments: params } } } },
        }
        const database = app.store.database('system_data')
        await database.put({ id: acme, fields, private: { type: 'storage', account_id: acme } })
        const client = await open()
        const console = acmeStorage.replace('/v2', '/console')
        const read = await client.get(acmeStorage)
        const draft = withoutId(dataOf(read))
        for (const pointer of [inEntry, inRule]) expect(getAt(draft, pointer)).toEqual(hidden)
        const replies = [
          read,
          await client.get(`${console}/routes`),
          await client.get(`${console}/route?class=modb&type=fax`),
          await client.post(`${console}/route?class=modb&type=fax`, { draft }),
          await client.post(`${console}/test`, { draft, attachment: httpId }),
          await client.post(acmeStorage, setAt(draft, `/attachments/${httpId}/settings/verb`, 'nothing')),
          await client.post(acmeStorage, setAt(draft, '/plan', url)),
          await client.patch(acmeStorage, { attachments: url }),
          await client.patch(acmeStorage, { connections: { [couchId]: { driver: url } } }),
          await client.delete(acmeStorage),
        ]
        // What no reader takes for an address is refused before it is tested.
        const tested = expect.toBeOneOf([200, 400])
        expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, tested, 400, 400, 400, 400, 200])
        expect(replies.map(({ text }) => text).filter((text) => text.includes(password))).toEqual([])
        expect(app.log.filter((line) => line.includes(password))).toEqual([])
      })
    }
  }
})

it('with redaction switched on for everybody a token reads markers as well, and writes them back', async () => {
  const app = await startApp({ config: { redactSecrets: 'always' }, savesUntested: true })
  try {
    const client = app.as('account-admin')
    const created = await client.put(acmeStorage, s3Document)
    expect(created.text).not.toContain(s3Secret)
    const reply = await client.post(acmeStorage, withoutId(dataOf(await client.get(acmeStorage))))
    expect(reply.status).toBe(200)
    expect(reply.text).not.toContain(s3Secret)
    expect((await app.store.database('system_data').get(acme))?.fields).toEqual(s3Document)
  } finally {
    await app.stop()
  }
})
