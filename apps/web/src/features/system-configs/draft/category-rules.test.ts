// @vitest-environment happy-dom
import type { JsonValue } from '@strata/json'
import type { LeafOperation } from '@strata/layered-config'
import { beforeEach, describe, expect, it } from 'vitest'
import { draftKey, forgetDraft, forgetDrafts, keepDraft } from '#web/lib/draft/kept-drafts.ts'
import { type KeptCategoryDraft, keptDraft, withoutSecrets } from './category-rules.ts'

const session = { account_id: 'master', user_id: 'operator' }
const key = draftKey(session, 'sysconf')
const set = (pointer: string, value: JsonValue): LeafOperation => ({
  section: 'default',
  pointer,
  op: 'set',
  value,
})
const draft: KeptCategoryDraft = {
  revision: '1-a',
  keptAt: 1000,
  operations: [set('/a', 5), { section: 'z1', pointer: '/b', op: 'remove' }],
  base: { default: { a: 4 }, z1: { b: 1 } },
  secrets: ['/default/password'],
}

beforeEach(() => localStorage.clear())

describe('a kept draft', () => {
  it('is what was kept, for the same user and category only', () => {
    expect(keepDraft(key, draft)).toBe(true)
    expect(keptDraft(key, 2000)).toMatchObject(draft)
    expect(keptDraft(draftKey(session, 'ecallmgr'), 2000)).toBeUndefined()
    expect(keptDraft(draftKey({ ...session, user_id: 'other' }, 'sysconf'), 2000)).toBeUndefined()
  })

  it('is forgotten when it is told to, alone or with all others, and nothing else is', () => {
    const other = draftKey(session, 'ecallmgr')
    localStorage.setItem('strata.theme', 'dark')
    keepDraft(key, draft)
    keepDraft(other, draft)
    forgetDraft(key)
    expect(keptDraft(key, 2000)).toBeUndefined()
    expect(keptDraft(other, 2000)).toBeDefined()
    forgetDrafts()
    expect(keptDraft(other, 2000)).toBeUndefined()
    expect(localStorage.getItem('strata.theme')).toBe('dark')
  })

  it('is not given after a month', () => {
    keepDraft(key, draft)
    expect(keptDraft(key, 1000 + 31 * 24 * 60 * 60 * 1000)).toBeUndefined()
  })

  it('gives way to none of the same user: past 20, the newest is not kept', () => {
    const keys = Array.from({ length: 21 }, (_, index) => draftKey(session, `c${index}`))
    expect(keys.filter((each) => keepDraft(each, draft))).toEqual(keys.slice(0, 20))
    expect(keepDraft(draftKey(session, 'c0'), draft)).toBe(true)
    expect(keys.filter((each) => keptDraft(each, 2000) !== undefined)).toEqual(keys.slice(0, 20))
  })

  it('gives way, past 20, where it is of somebody else, or too old', () => {
    const others = Array.from({ length: 19 }, (_, index) => draftKey({ ...session, user_id: 'other' }, `c${index}`))
    others.forEach((each, index) => {
      keepDraft(each, { ...draft, keptAt: 2000 + index })
    })
    const old = draftKey(session, 'old')
    keepDraft(old, draft)
    const now = 1500 + 30 * 24 * 60 * 60 * 1000
    expect(keepDraft(key, { ...draft, keptAt: now })).toBe(true)
    expect(keepDraft(draftKey(session, 'new'), { ...draft, keptAt: now })).toBe(true)
    expect([old, ...others].filter((each) => keptDraft(each, 3000) !== undefined)).toEqual(others.slice(1))
  })

  it('that is too large is not kept, and leaves no earlier one behind', () => {
    keepDraft(key, draft)
    expect(keepDraft(key, { ...draft, operations: [set('/text', 'x'.repeat(300_000))] } as KeptCategoryDraft)).toBe(
      false,
    )
    expect(keptDraft(key, 2000)).toBeUndefined()
  })

  for (const { note, text } of [
    { note: 'no JSON', text: '{' },
    { note: 'of another version', text: JSON.stringify({ ...draft, version: 0 }) },
    { note: 'without its operations', text: JSON.stringify({ ...draft, version: 1, operations: undefined }) },
    {
      note: 'with an operation that is none',
      text: JSON.stringify({ ...draft, version: 1, operations: [{ op: 'set' }] }),
    },
    {
      note: 'with a pointer that is none',
      text: JSON.stringify({ ...draft, version: 1, operations: [{ section: 'z', pointer: 'a', op: 'remove' }] }),
    },
  ]) {
    it(`is not given when it is ${note}`, () => {
      localStorage.setItem(key, text)
      expect(keptDraft(key, 2000)).toBeUndefined()
    })
  }
})

describe(withoutSecrets, () => {
  const marker = { $secret: 'set', fingerprint: 'a1b2c3d4e5f6' }
  for (const { note, operation, isKept } of [
    { note: 'a plain value', operation: set('/timeout_ms', 5), isKept: true },
    { note: 'a typed secret', operation: set('/password', 'invented'), isKept: false },
    {
      note: 'a secret inside a list',
      operation: set('/servers', [{ host: 'h', password: 'invented' }]),
      isKept: false,
    },
    { note: 'a secret inside a section', operation: set('', { deep: { api_key: 'invented' } }), isKept: false },
    { note: 'a text that tells a secret', operation: set('/uri', 'amqp://user:invented@mq.example'), isKept: false },
    { note: 'what stands for a stored secret', operation: set('/password', marker), isKept: true },
    {
      note: 'another path of a stored address',
      operation: set('/url', { ...marker, shown: 'https://•••@h/other?key=•••' }),
      isKept: true,
    },
    {
      note: 'a key that was typed into a stored address',
      operation: set('/url', { ...marker, shown: 'https://•••@h/in?key=invented' }),
      isKept: false,
    },
    {
      note: 'the removal of a secret',
      operation: { section: 'default', pointer: '/password', op: 'remove' } as const,
      isKept: true,
    },
  ]) {
    it(`${isKept ? 'keeps' : 'leaves out'} ${note}`, () => {
      const { operations, secrets } = withoutSecrets([operation])
      expect(operations).toEqual(isKept ? [operation] : [])
      expect(secrets).toEqual(isKept ? [] : [`/${operation.section}${operation.pointer}`])
    })
  }
})
