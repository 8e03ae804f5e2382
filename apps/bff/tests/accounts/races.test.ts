import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountDatabase } from '#bff/accounts/account-database.ts'
import { createApp } from '#bff/app.ts'
import { createTurns } from '#bff/documents/turns.ts'
import { AppError } from '#bff/errors/app-error.ts'
import { createHttpServer } from '#bff/start/listen.ts'
import { ACCOUNTS, type Client, type Reply, STORES, startApp, type TestApp, USERS } from '../_app.ts'
import { createClient } from '../_client.ts'

const { id } = ACCOUNTS.branch
const branch = `/v2/accounts/${id}`
const admin = `${branch}/users/${USERS['branch-admin'].id}`
const planId = 'ab'.repeat(16)
/** When one request comes into the midst of the other: a removal takes six steps, other writes two. */
const steps = [
  ...[0, 1, 2, 3, 4, 5].map((step) => ({ into: 'the removal', step })),
  ...[0, 1].map((step) => ({ into: 'the write', step })),
]
const systemPlan = { type: 'storage_plan', system_plan: true }
const password = 'an invented password'

for (const { kind, start } of STORES) {
  describe(`writes at once on the ${kind} store`, () => {
    let app: TestApp
    let root: Client
    beforeEach(async () => {
      app = await startApp({ start, savesUntested: true })
      root = app.as('superduper')
    })
    afterEach(() => app.stop())

    for (const { note, path } of [
      { note: 'an account', path: branch },
      { note: 'a user', path: admin },
    ]) {
      it(`fifty PATCHes of ${note} all land`, async () => {
        const numbers = Array.from({ length: 50 }, (_, number) => number)
        const replies = await Promise.all(numbers.map((number) => root.patch(path, { [`key_${number}`]: number })))
        expect(replies.map(({ status }) => status)).toEqual(numbers.map(() => 200))
        const { data } = (await root.get(path)).body
        expect(data).toMatchObject(Object.fromEntries(numbers.map((number) => [`key_${number}`, number])))
        const copy = await app.store.database(accountDatabase(id)).get(path === branch ? id : USERS['branch-admin'].id)
        expect(copy?.fields).toMatchObject({ key_0: 0, key_49: 49 })
      })

      it(`a PATCH of ${note} that another server's write came before is repeated`, async () => {
        const { save } = app.context.documents
        let lost = 0
        app.context.documents.save = async (write) => {
          if (lost < 3) {
            lost += 1
            throw new AppError('conflict', 'Another write came between.')
          }
          return save(write)
        }
        expect((await root.patch(path, { late: true })).status).toBe(200)
        expect(lost).toBe(3)
        expect((await root.get(path)).body.data).toMatchObject({ late: true })
      })

      it(`of PATCHes of ${note} for one revision one lands`, async () => {
        const etag = (await root.get(path)).headers.get('etag') ?? ''
        const replies = await Promise.all(
          [1, 2, 3].map((number) => root.patch(path, { number }, { headers: { 'if-match': etag } })),
        )
        expect(replies.map(({ status }) => status).sort()).toEqual([200, 412, 412])
      })
    }

    interface Prepared {
      readonly id: string
      readonly path: string
      readonly user: string
    }

    /** What may come at the same moment as the removal of an account. */
    const others: { note: string; send: (account: Prepared) => Promise<Reply> }[] = [
      { note: 'a PATCH of the account', send: ({ path }) => root.patch(path, { note: 'between' }) },
      { note: 'a POST of the account', send: ({ id, path }) => root.post(path, { name: `Account ${id}` }) },
      { note: 'a PATCH of a user', send: ({ user }) => root.patch(user, { first_name: 'Between' }) },
      {
        note: 'a new user',
        send: ({ path }) => root.put(`${path}/users`, { username: 'between', password, priv_level: 'admin' }),
      },
      { note: 'the removal of a user', send: ({ user }) => root.delete(user) },
      { note: 'an account below', send: ({ id, path }) => root.put(path, { name: `Below ${id}` }) },
      { note: 'a storage document', send: ({ user }) => root.put(`${user}/storage`, {}) },
      { note: 'a PATCH of storage', send: ({ path }) => root.patch(`${path}/storage`, { note: 'between' }) },
      {
        note: 'another plan',
        send: ({ id }) => root.put(`/console/accounts/${id}/storage_plan`, { plan_id: planId }),
      },
      { note: 'another removal', send: ({ path }) => root.delete(path) },
    ]
    const refusals = [400, 404, 409, 410]
    let prepared = 0

    /** An account with a user, storage and a plan that it may follow. */
    async function prepare(): Promise<Prepared> {
      prepared += 1
      const { headers } = await root.put(`/v2/accounts/${ACCOUNTS.stranger.id}`, { name: `Prepared ${prepared}` })
      const path = headers.get('location') ?? ''
      const id = path.slice(path.lastIndexOf('/') + 1)
      const user = await root.put(`${path}/users`, { username: 'somebody', password })
      await root.put(`${path}/storage`, {})
      return { id, path, user: user.headers.get('location') ?? '' }
    }

    async function expectWhollyGone({ id, path }: Prepared, note: string): Promise<void> {
      expect((await root.get(path)).status, note).toBe(404)
      expect(await app.store.database('accounts').get(id), note).toBeUndefined()
      expect(await app.store.databases(), note).not.toContain(accountDatabase(id))
      const storage = await app.store.database('system_data').range()
      const left = storage.filter((document) => document.private.account_id === id)
      expect(left, note).toEqual([])
    }

    /** Sends the first; the second comes at a step (a write, or a database that goes), and has a moment to get ahead. */
    async function interleaved(step: number, first: () => Promise<Reply>, second: () => Promise<Reply>) {
      const { documents, store } = app.context
      const { save, remove } = documents
      const { destroy } = store
      let steps = 0
      let other: Promise<Reply> | undefined
      const at = async () => {
        if (steps++ !== step) return
        other = second()
        await Promise.race([other, new Promise((resolve) => setTimeout(resolve, 20))])
      }
      documents.save = async (...args) => at().then(() => save(...args))
      documents.remove = async (...args) => at().then(() => remove(...args))
      store.destroy = async (...args) => at().then(() => destroy(...args))
      const reply = await first()
      const replies = [reply, await (other ?? second())] as const
      Object.assign(documents, { save, remove })
      store.destroy = destroy
      return replies
    }

    // How writes of one server come between each other has nothing to do with where they are stored.
    for (const { note, send } of kind === 'embedded' ? others : []) {
      it(`a removal and ${note}, in the midst of each other: all of the account goes or nothing`, async () => {
        await app.store.database('system_data').put({ id: planId, fields: {}, private: systemPlan })
        for (const { into, step } of steps) {
          const account = await prepare()
          const removal = () => root.delete(account.path)
          const write = () => send(account)
          const [removed, written] =
            into === 'the removal'
              ? await interleaved(step, removal, write)
              : (await interleaved(step, write, removal)).toReversed()
          const when = `into step ${step} of ${into}: ${written?.text}`
          expect([200, 201, ...refusals], when).toContain(written?.status)
          if (note === 'an account below' && written?.status === 201) {
            expect(removed?.status, when).toBe(403)
            expect((await root.patch(account.path, { still: 'there' })).status, when).toBe(200)
            expect((await root.get(`${account.path}/storage`)).status, when).toBe(200)
            continue
          }
          expect(note === 'another removal' ? [200, 404] : [200], when).toContain(removed?.status)
          await expectWhollyGone(account, when)
        }
      })
    }

    it('a removal and everything else at once: nothing is left, nothing fails', async () => {
      const account = await prepare()
      const many = [...others, ...others, ...others].filter(({ note }) => note !== 'an account below')
      const removal = root.delete(account.path)
      const replies = await Promise.all(many.map(({ send }) => send(account)))
      expect([200, 404]).toContain((await removal).status)
      for (const { status, text } of replies) expect([200, 201, ...refusals], text).toContain(status)
      await expectWhollyGone(account, 'at the end')
    })

    for (const { note, send } of others.filter(({ note }) => note.includes('storage'))) {
      it(`${note}, held up until the account is gone, leaves nothing behind`, async () => {
        const account = await prepare()
        const { save } = app.context.documents
        let removal: Promise<Reply> | undefined
        app.context.documents.save = async (write) => {
          if (write.database === 'system_data' && removal === undefined) {
            removal = root.delete(account.path)
            await removal
          }
          return save(write)
        }
        const written = await send(account)
        app.context.documents.save = save
        expect((await removal)?.status).toBe(200)
        expect(refusals, written.text).toContain(written.status)
        await expectWhollyGone(account, written.text)
      })
    }

    /** On the same store: it takes no turns with the first, and its writes are not held up. */
    async function withAnotherServer(work: (elsewhere: Client) => Promise<void>): Promise<void> {
      const documents = { ...app.context.documents }
      const server = createHttpServer(createApp({ ...app.context, documents, turns: createTurns() }))
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      try {
        await work(createClient(url, { 'x-auth-token': app.tokenOf('superduper') }, { savesUntested: true }))
      } finally {
        server.closeAllConnections()
        await new Promise((resolve) => server.close(resolve))
      }
    }

    /** Does something once, before or after this server's first write into a database. */
    function atFirstWrite(database: string, when: 'before' | 'after', meanwhile: () => Promise<void>): void {
      const { save } = app.context.documents
      app.context.documents.save = async (write) => {
        if (write.database !== database) return save(write)
        app.context.documents.save = save
        if (when === 'before') await meanwhile()
        const saved = await save(write)
        if (when === 'after') await meanwhile()
        return saved
      }
    }

    for (const when of ['before', 'after'] as const) {
      const going = `removed by another server ${when} it is written`

      it(`an account whose parent is ${going} is 404, and nothing of it is left`, () =>
        withAnotherServer(async (elsewhere) => {
          const parent = await prepare()
          const before = await app.store.databases()
          const removals: number[] = []
          atFirstWrite('accounts', when, async () => {
            removals.push((await elsewhere.delete(parent.path)).status)
          })
          const made = await root.put(parent.path, { name: `Below ${parent.id}` })
          if (when === 'after') {
            // The removal sees it: the account above stays, and may be written.
            expect([made.status, removals]).toEqual([201, [403]])
            expect((await root.patch(parent.path, { still: 'there' })).status).toBe(200)
            return
          }
          expect([made.status, removals], made.text).toEqual([404, [200]])
          await expectWhollyGone(parent, made.text)
          const accounts = await app.store.database('accounts').range()
          expect(accounts.filter(({ private: hidden }) => JSON.stringify(hidden.tree).includes(parent.id))).toEqual([])
          expect(await app.store.databases()).toEqual(before.filter((name) => name !== accountDatabase(parent.id)))
        }))

      it(`a user whose account is ${going} is 404, and nothing of them is left`, () =>
        withAnotherServer(async (elsewhere) => {
          const strata = (await app.store.database('strata').ids()).length
          const account = await prepare()
          atFirstWrite(accountDatabase(account.id), when, async () => {
            expect((await elsewhere.delete(account.path)).status).toBe(200)
          })
          const made = await root.put(`${account.path}/users`, { username: 'late', password })
          expect([made.status, made.body.error], made.text).toEqual([404, '404'])
          await expectWhollyGone(account, made.text)
          expect(await app.store.database('strata').ids()).toHaveLength(strata)
        }))

      it(`storage whose user is ${going} is 404, and nothing of it is left`, () =>
        withAnotherServer(async (elsewhere) => {
          const { user } = await prepare()
          atFirstWrite('system_data', when, async () => {
            expect((await elsewhere.delete(user)).status).toBe(200)
          })
          expect((await root.put(`${user}/storage`, {})).status).toBe(404)
          expect(await app.store.database('system_data').get(user.slice(-32))).toBeUndefined()
        }))
    }

    it('a removal that looked before another server made an account below takes its claim back', () =>
      withAnotherServer(async (elsewhere) => {
        const { path } = await prepare()
        let made: Reply | undefined
        atFirstWrite('accounts', 'before', async () => {
          made = await elsewhere.put(path, { name: `Below ${path}` })
        })
        expect((await root.delete(path)).status).toBe(403)
        expect(made?.status).toBe(201)
        expect((await root.patch(path, { still: 'there' })).status).toBe(200)
        expect((await root.get(`${path}/users`)).body.data).toHaveLength(1)
      }))

    it('a user is removed with their storage, and finished by another removal where that was cut off', async () => {
      const { user } = await prepare()
      await root.put(`${user}/storage`, {})
      const { remove } = app.context.documents
      const databases = ['system_data', accountDatabase(user.split('/')[3] ?? '')]
      for (const database of databases) {
        app.context.documents.remove = (into, ...rest) =>
          into === database
            ? Promise.reject(new AppError('unavailable', 'interrupted by the test'))
            : remove(into, ...rest)
        expect((await root.delete(user)).status).toBe(503)
        expect((await root.get(user)).status).toBe(200)
      }
      app.context.documents.remove = remove
      expect((await root.delete(user)).status).toBe(200)
      expect(await app.store.database('system_data').get(user.slice(-32))).toBeUndefined()
      expect((await root.get(user)).status).toBe(404)
    })

    it('a removal that another server came before has done nothing', async () => {
      const { path } = await prepare()
      const { save } = app.context.documents
      app.context.documents.save = () => Promise.reject(new AppError('conflict', 'Another write came between.'))
      expect((await root.delete(path)).status).toBe(409)
      app.context.documents.save = save
      expect((await root.get(`${path}/users`)).body.data).toHaveLength(1)
      expect((await root.get(`${path}/storage`)).status).toBe(200)
      expect((await root.patch(path, { still: 'there' })).status).toBe(200)
    })

    it('what a server that died began is finished by the next removal, and nothing is written before', async () => {
      const account = await prepare()
      const { documents, store } = app.context
      const { remove } = documents
      const { destroy } = store
      const away = () => Promise.reject(new AppError('unavailable', 'killed by the test'))
      for (const step of [accountDatabase(account.id), 'the database', 'system_data', 'accounts']) {
        documents.remove = (database, ...rest) => (database === step ? away() : remove(database, ...rest))
        if (step === 'the database') store.destroy = away
        expect((await root.delete(account.path)).status, step).toBe(503)
        documents.remove = remove
        store.destroy = destroy
        expect((await root.get(account.path)).status, step).toBe(200)
        expect((await root.patch(account.path, { late: true })).status, step).toBe(410)
        expect((await root.put(`${account.path}/users`, { username: 'late', password })).status, step).toBe(410)
        expect((await root.put(account.path, { name: 'Below' })).status, step).toBe(410)
        expect([409, 410], step).toContain((await root.put(`${account.path}/storage`, {})).status)
      }
      expect((await root.delete(account.path)).status).toBe(200)
      await expectWhollyGone(account, 'at the end')
    })
  })
}
