// @vitest-environment happy-dom
import type { JsonObject } from '@strata/json'
import { beforeEach, describe, expect, it } from 'vitest'
import { beginDraft, movedDraft, restoredDraft } from '#web/lib/draft/draft.ts'
import { beginHistory } from '#web/lib/draft/history.ts'
import { draftKey, keepDraft } from '#web/lib/draft/kept-drafts.ts'
import { keptStorage, storageRules, withoutTypedSecrets } from './storage-draft.ts'

const marker = { $secret: 'set', fingerprint: 'a1b2c3d4e5f6' }
const s3 = (settings: JsonObject): JsonObject => ({ attachments: { x: { handler: 's3', settings } } })

beforeEach(() => localStorage.clear())

describe(withoutTypedSecrets, () => {
  for (const { note, base, fields, kept, secrets } of [
    {
      note: 'what is no secret stays',
      base: {},
      fields: s3({ bucket: 'b', key: 'k' }),
      kept: s3({ bucket: 'b', key: 'k' }),
      secrets: [],
    },
    {
      note: 'a secret that was typed goes',
      base: {},
      fields: s3({ bucket: 'b', secret: 'typed' }),
      kept: s3({ bucket: 'b' }),
      secrets: ['/attachments/x/settings/secret'],
    },
    {
      note: 'in place of a stored one stands that',
      base: s3({ secret: marker }),
      fields: s3({ secret: 'typed' }),
      kept: s3({ secret: marker }),
      secrets: ['/attachments/x/settings/secret'],
    },
    {
      note: 'what stands for a stored one stays',
      base: s3({ secret: marker }),
      fields: s3({ bucket: 'b', secret: marker }),
      kept: s3({ bucket: 'b', secret: marker }),
      secrets: [],
    },
    {
      note: 'an address with a password goes',
      base: {},
      fields: { connections: { c: { url: 'https://user:typed@couch.example' } } },
      kept: { connections: { c: {} } },
      secrets: ['/connections/c/url'],
    },
    {
      note: 'a shown address with a secret typed into it stands as it was stored',
      base: { attachments: { x: { handler: 'http', settings: { url: { ...marker, shown: 'https://•••@h/in' } } } } },
      fields: {
        attachments: { x: { handler: 'http', settings: { url: { ...marker, shown: 'https://me:typed@h/in' } } } },
      },
      kept: { attachments: { x: { handler: 'http', settings: { url: { ...marker, shown: 'https://•••@h/in' } } } } },
      secrets: ['/attachments/x/settings/url'],
    },
    {
      note: 'all secrets of a list go, none moves into the place of another',
      base: {},
      fields: { passwords: ['typed one', 'typed two', 'typed three'] },
      kept: { passwords: [] },
      secrets: ['/passwords/0', '/passwords/1', '/passwords/2'],
    },
  ] as { note: string; base: JsonObject; fields: JsonObject; kept: JsonObject; secrets: string[] }[])
    it(note, () => expect(withoutTypedSecrets(base, fields)).toEqual({ fields: kept, secrets }))
})

describe('the kept draft of a storage document', () => {
  const kept = { revision: '1-a', keptAt: 5, base: { a: 1 }, fields: { a: 2, mine: true }, secrets: [] }
  const taken = (fields: JsonObject, revision: string) => {
    const found = restoredDraft(storageRules, kept, { id: 'x', fields, revision })
    return found && { fields: found.history.now, restored: found.restored, overlaps: found.moved?.overlaps }
  }

  it('puts the changes on the document that they were made against', () =>
    expect(taken({ a: 1 }, '1-a')).toEqual({
      fields: { a: 2, mine: true },
      restored: { keptAt: 5, isMoved: false, count: 2, secrets: [] },
    }))

  it('puts them on what it has become, and says so', () =>
    expect(taken({ a: 1, theirs: true }, '2-a')).toEqual({
      fields: { a: 2, theirs: true, mine: true },
      restored: { keptAt: 5, isMoved: true, count: 2, secrets: [] },
    }))

  it('tells what both sides changed meanwhile', () =>
    expect(taken({ a: 3 }, '2-a')).toMatchObject({
      fields: { a: 2, mine: true },
      overlaps: [{ pointer: '/a', base: 1, mine: 2, theirs: 3 }],
    }))

  it('says that the document is gone, and not that it is another one', () =>
    expect(restoredDraft(storageRules, kept, null)).toMatchObject({
      restored: { isMoved: false },
      moved: { count: 2, overlaps: [], isGone: true },
    }))

  it('tells nothing gone where nothing was stored before either', () =>
    expect(restoredDraft(storageRules, { ...kept, revision: null, base: {} }, null)?.moved).toBeUndefined())

  it('is nothing where the document says the same by now', () =>
    expect(taken({ a: 2, mine: true }, '2-a')).toBeUndefined())

  it('is what it was for the same user and document only, and nothing where it is not to be understood', () => {
    const key = draftKey({ account_id: 'a', user_id: 'u' }, '/v2/storage')
    keepDraft(key, kept)
    expect(keptStorage(key, 6)).toMatchObject(kept)
    expect(keptStorage(draftKey({ account_id: 'a', user_id: 'other' }, '/v2/storage'), 6)).toBeUndefined()
    localStorage.setItem(key, JSON.stringify({ version: 1, ...kept, fields: [] }))
    expect(keptStorage(key, 6)).toBeUndefined()
  })
})

describe('the draft of a storage document that others change', () => {
  const stored = (revision: string, fields: JsonObject) => ({ id: 'x', revision, fields })
  const begun = (base: JsonObject, fields: JsonObject) => ({
    ...beginDraft(storageRules, stored('1-a', base)),
    history: beginHistory(fields),
  })
  const one = { name: 'One', settings: { bucket: 'old' } }
  const mine = { name: 'One', settings: { bucket: 'mine' } }

  it('tells an entry that is gone by itself, also the last of its map', () => {
    const draft = begun({ attachments: { one } }, { attachments: { one: mine } })
    const { history, moved } = movedDraft(storageRules, draft, stored('2-a', {}))
    expect(history.now).toEqual({ attachments: { one: mine } })
    expect(moved?.overlaps).toEqual([{ pointer: '/attachments/one', base: one, mine, theirs: undefined }])
  })

  it('leaves an entry gone beside one that was made', () => {
    const draft = begun({ attachments: { one } }, { attachments: { one, two: mine } })
    const { history, moved } = movedDraft(storageRules, draft, stored('2-a', {}))
    expect(history.now).toEqual({ attachments: { two: mine } })
    expect(moved?.overlaps).toEqual([])
  })

  it('has no map left once its entries are gone', () => {
    const draft = begun({ attachments: { one } }, { attachments: { one }, mine: true })
    expect(movedDraft(storageRules, draft, stored('2-a', {})).history.now).toEqual({ mine: true })
  })

  it('tells what is not settled again at the next move, with what either says by then', () => {
    const first = movedDraft(
      storageRules,
      begun({ a: 1, b: 1, c: 1, d: 1 }, { a: 2, b: 2, c: 2, d: 2 }),
      stored('2-a', { a: 3, b: 3, c: 3, d: 3 }),
    )
    // Theirs is taken of one, and another one is changed once more.
    const edited = { ...first, history: beginHistory({ ...first.history.now, b: 3, c: 4 }) }
    const { moved } = movedDraft(storageRules, edited, stored('3-a', { a: 3, b: 3, c: 3, d: 5 }))
    expect(moved?.overlaps).toEqual([
      { pointer: '/a', base: 1, mine: 2, theirs: 3 },
      { pointer: '/c', base: 1, mine: 4, theirs: 3 },
      { pointer: '/d', base: 3, mine: 2, theirs: 5 },
    ])
  })

  it('tells no more what was told before once it was read, or the document is gone', () => {
    const first = movedDraft(storageRules, begun({ a: 1 }, { a: 2 }), stored('2-a', { a: 3 }))
    const read = { ...first, moved: undefined }
    expect(movedDraft(storageRules, read, stored('3-a', { a: 3, b: 1 })).moved?.overlaps).toEqual([])
    expect(movedDraft(storageRules, first, null).moved).toEqual({ count: 1, overlaps: [], isGone: true })
  })
})
