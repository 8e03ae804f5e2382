import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#bff/auth/actor.ts'
import type { Session } from '#bff/auth/session.ts'
import type { Store, StoredDocument } from '#bff/couch/store.ts'
import { createLogger } from '#bff/logging/logger.ts'
import { protectStore } from '#bff/origin/protect-store.ts'
import { startEmbedded, type TestStore } from '../../tests/_stores.ts'
import type { DocumentWrite } from './document-write.ts'
import { createDocumentWriter, type DocumentWriter } from './writer.ts'

const NOW = new Date('2026-11-24T12:00:00.900Z')
const NOW_GREGORIAN = 63_962_740_800

const session: Session = {
  accountId: 'account-of-caller',
  userId: 'user-of-caller',
  accountName: 'Caller',
  isSuperduperAdmin: true,
  isReseller: true,
  resellerId: undefined,
  isAccountAdmin: true,
  tree: [],
  via: 'token',
  token: 'invented',
  claims: {},
  expiresAt: NOW,
}

const actor: Actor = { requestId: 'request-1', session, redact: false }

function stored(hidden: StoredDocument['private']): StoredDocument {
  return { id: 'x', revision: '1-a', fields: {}, private: hidden }
}

describe(createDocumentWriter, () => {
  let test: TestStore
  let lines: string[] = []
  let writer: DocumentWriter
  const logger = createLogger({ level: 'info', readable: false, destination: { write: (line) => lines.push(line) } })
  const writerOver = (store: Store) => createDocumentWriter({ store, node: 'strata@here', clock: () => NOW, logger })

  beforeAll(async () => {
    test = await startEmbedded()
    await test.store.create('system_data')
    writer = writerOver(test.store)
  })
  afterAll(() => test.stop())

  const write = (changes: Partial<DocumentWrite>): DocumentWrite => ({
    database: 'system_data',
    type: 'storage',
    before: undefined,
    id: 'x',
    fields: {},
    actor,
    ...changes,
  })
  const stampOf = (changes: Partial<DocumentWrite>) => writer.stamp(write(changes)).private
  const hash = (content: unknown) => createHash('md5').update(JSON.stringify(content)).digest('hex')

  const everySave = {
    modified: NOW_GREGORIAN,
    request_id: 'request-1',
    is_authenticated: true,
    auth_account_id: 'account-of-caller',
    auth_user_id: 'user-of-caller',
  }

  describe('private members', () => {
    for (const { note, given, expected } of [
      {
        note: 'a new storage document of an account',
        given: { accountId: 'a1' },
        expected: {
          ...everySave,
          type: 'storage',
          vsn: '1',
          account_id: 'a1',
          account_db: 'system_data',
          created: NOW_GREGORIAN,
        },
      },
      {
        note: 'a new storage document without an account in the path has no owner',
        given: {},
        expected: { ...everySave, type: 'storage', vsn: '1', account_db: 'system_data', created: NOW_GREGORIAN },
      },
      {
        note: 'a plan with what its service sets beside',
        given: { type: 'storage_plan' as const, private: { system_plan: true } },
        expected: {
          ...everySave,
          type: 'storage_plan',
          system_plan: true,
          vsn: '1',
          account_db: 'system_data',
          created: NOW_GREGORIAN,
        },
      },
      {
        note: 'a document of an account database names it as KAZOO encodes it',
        given: { type: 'user' as const, database: 'account/a1/b2/c3' },
        expected: {
          ...everySave,
          type: 'user',
          vsn: '1',
          account_db: 'account%2Fa1%2Fb2%2Fc3',
          created: NOW_GREGORIAN,
        },
      },
      {
        note: 'a stored document keeps its owner, its creation and what is not ours',
        given: {
          before: stored({ account_id: 'owner', account_db: 'other', vsn: '2', created: 5, anything: { a: 1 } }),
          accountId: 'a1',
        },
        expected: {
          ...everySave,
          type: 'storage',
          account_id: 'owner',
          account_db: 'other',
          vsn: '2',
          created: 5,
          anything: { a: 1 },
        },
      },
      {
        note: 'a stored storage document without a creation time gets none',
        given: { before: stored({}) },
        expected: { ...everySave, type: 'storage', vsn: '1', account_db: 'system_data' },
      },
      {
        note: 'a stored config without a creation time gets one',
        given: { type: 'config' as const, before: stored({ node: 'kazoo@there', vsn: '0' }), fields: { default: {} } },
        expected: {
          ...everySave,
          type: 'config',
          vsn: '1',
          account_id: 'system_config',
          account_db: 'system_config',
          created: NOW_GREGORIAN,
          node: 'strata@here',
          document_hash: hash({ public: { default: {} }, attachments: {} }),
        },
      },
      {
        note: 'a stored config keeps its creation time',
        given: { type: 'config' as const, before: stored({ created: 7 }) },
        expected: expect.objectContaining({ created: 7, modified: NOW_GREGORIAN }),
      },
      {
        note: 'who saved before is forgotten when an API key saves',
        given: {
          before: stored({ auth_user_id: 'earlier', original_auth_account_id: 'earlier' }),
          actor: { ...actor, session: { ...session, userId: undefined } },
        },
        expected: {
          type: 'storage',
          vsn: '1',
          account_db: 'system_data',
          modified: NOW_GREGORIAN,
          request_id: 'request-1',
          is_authenticated: true,
          auth_account_id: 'account-of-caller',
        },
      },
      {
        note: 'a request without a session is not authenticated',
        given: { actor: { ...actor, session: undefined } },
        expected: {
          type: 'storage',
          vsn: '1',
          account_db: 'system_data',
          created: NOW_GREGORIAN,
          modified: NOW_GREGORIAN,
          request_id: 'request-1',
          is_authenticated: false,
        },
      },
      {
        note: 'an impersonator is noted beside the impersonated',
        given: {
          actor: {
            ...actor,
            session: { ...session, claims: { original_account_id: 'real', original_owner_id: 'real user' } },
          },
        },
        expected: expect.objectContaining({
          auth_account_id: 'account-of-caller',
          original_auth_account_id: 'real',
          original_auth_owner_id: 'real user',
        }),
      },
      {
        note: 'a name is kept in plain letters as well',
        given: { fields: { name: 'Ünser S3, Nr. 2' } },
        expected: expect.objectContaining({ alphanum_name: 'nsers3nr2' }),
      },
    ]) {
      it(note, () => expect(stampOf(given)).toEqual(expected))
    }
  })

  it('saves what it answers, and replaces only what the write is based on', async () => {
    const first = await writer.save(write({ id: 'saved', fields: { a: 1 } }))
    expect(await test.store.database('system_data').get('saved')).toEqual(first)
    const second = await writer.save(write({ id: 'saved', before: first, fields: { a: 2 } }))
    expect(second.revision).not.toBe(first.revision)
    await expect(writer.save(write({ id: 'saved', before: first }))).rejects.toMatchObject({
      kind: 'conflict',
    })
    await expect(writer.save(write({ id: 'saved' }))).rejects.toMatchObject({ kind: 'conflict' })
    await expect(writer.remove('system_data', first, actor)).rejects.toMatchObject({ kind: 'conflict' })
    await writer.remove('system_data', second, actor)
    expect(await test.store.database('system_data').get('saved')).toBeUndefined()
  })

  it('refuses every write on a read-only store, with the reason', async () => {
    const reason = 'This store is only read.'
    const store = protectStore(test.store, { origin: 'strata', readOnly: reason })
    const readOnly = writerOver(store)
    const refusal = { kind: 'forbidden', message: 'This store is only read.' }
    await expect(readOnly.save(write({ id: 'never' }))).rejects.toMatchObject(refusal)
    await expect(readOnly.saveTogether([write({ id: 'never' })])).rejects.toMatchObject(refusal)
    await expect(readOnly.remove('system_data', stored({}), actor)).rejects.toMatchObject(refusal)
    expect(await test.store.database('system_data').get('never')).toBeUndefined()
  })

  it('logs who changed which leaves of what, and never a value', async () => {
    lines = []
    const before = await writer.save(write({ id: 'logged', fields: { keep: 1, old: 'hush', 'a/b': { c: [1] } } }))
    const after = await writer.save(
      write({ id: 'logged', before, fields: { keep: 1, new: 'hush', 'a/b': { c: [2] } } }),
    )
    await writer.remove('system_data', after, actor)
    expect(lines.map((line) => JSON.parse(line) as Record<string, unknown>)).toMatchObject([
      { msg: 'document saved', changed: 3, pointers: ['/keep', '/old', '/a~1b/c'] },
      {
        level: 'info',
        msg: 'document saved',
        request_id: 'request-1',
        who: { account_id: 'account-of-caller', user_id: 'user-of-caller' },
        database: 'system_data',
        id: 'logged',
        changed: 3,
        pointers: ['/new', '/a~1b/c', '/old'],
      },
      { msg: 'document removed', changed: 3 },
    ])
    expect(lines.join('')).not.toContain('hush')
  })

  it('saves and logs together what belongs together', async () => {
    lines = []
    const revisions = await writer.saveTogether(['one', 'two'].map((id) => write({ id, fields: { [id]: 'hush' } })))
    const found = await test.store.database('system_data').getMany(['one', 'two'])
    expect(found.map((document) => document?.revision)).toEqual(revisions)
    expect(found[0]?.private).toEqual(stampOf({ id: 'one' }))
    expect(lines.map((line) => JSON.parse(line).pointers)).toEqual([['/one'], ['/two']])
    expect(lines.join('')).not.toContain('hush')
  })

  it('logs nothing of a write that failed', async () => {
    lines = []
    await expect(writer.save(write({ before: stored({}) }))).rejects.toThrow()
    await expect(writer.saveTogether([write({ id: 'three' }), write({ before: stored({}) })])).rejects.toThrow()
    expect(lines).toEqual([])
  })
})
