import type { CategoryDetail } from '@strata/api-types'
import type { JsonObject } from '@strata/json'
import { describe, expect, it } from 'vitest'
import {
  applyDraft,
  beginDraft,
  type CategoryDraft,
  type DraftAction,
  operationsIn,
  reduceDraft,
} from './category-draft.ts'

const detail: CategoryDetail = {
  id: 'sysconf',
  title: 'Sysconf',
  revision: '1-a',
  schema_revision: 's',
  sections: { default: { a: 5 }, z1: { a: 7, list: [1] } },
  defaults: { a: 1, b: { c: 2 } },
}

function edit(section: string, next: JsonObject | undefined, place?: string): DraftAction {
  return { type: 'edit', detail, section, next, ...(place === undefined ? {} : { place }) }
}

function draftAfter(...actions: DraftAction[]): CategoryDraft {
  return actions.reduce(reduceDraft, beginDraft(detail))
}

describe('a draft of a category', () => {
  it('begins as what is stored', () => {
    const drafted = applyDraft(detail, draftAfter())
    expect(drafted.sections).toEqual(detail.sections)
    expect(drafted.count).toBe(0)
  })

  it('shows what was set, also what will not be stored because it is inherited', () => {
    const drafted = applyDraft(detail, draftAfter(edit('n@h', { a: 5, x: 1 })))
    expect(drafted.sections['n@h']).toEqual({ a: 5, x: 1 })
    expect(drafted.outcome('n@h', '/x')).toBe('stored')
  })

  it('knows that a leaf equal to what it inherits will not be stored', () =>
    expect(applyDraft(detail, draftAfter(edit('z2', { a: 5 }))).outcome('z2', '/a')).toBe('dropped-as-inherited'))

  it('keeps a node’s leaf that equals what it inherits while a zone says otherwise', () =>
    expect(applyDraft(detail, draftAfter(edit('n@h', { a: 5 }))).outcome('n@h', '/a')).toBe('stored'))

  it('keeps such a leaf when it is pinned, and no longer when it is not', () => {
    const pin = { type: 'pin', section: 'z2', pointer: '/a' } as const
    const drafted = draftAfter(edit('z2', { a: 5 }), { ...pin, isPinned: true })
    expect(applyDraft(detail, drafted).outcome('z2', '/a')).toBe('stored')
    expect(operationsIn(drafted.now)).toEqual([{ section: 'z2', pointer: '/a', op: 'set', value: 5, pin: true }])
    const loose = reduceDraft(drafted, { ...pin, isPinned: false })
    expect(applyDraft(detail, loose).outcome('z2', '/a')).toBe('dropped-as-inherited')
  })

  it('keeps a pin while other leaves of the section are edited', () => {
    const drafted = draftAfter(
      edit('z2', { a: 5 }),
      { type: 'pin', section: 'z2', pointer: '/a', isPinned: true },
      edit('z2', { a: 5, x: 1 }),
    )
    expect(applyDraft(detail, drafted).isPinned('z2', '/a')).toBe(true)
  })

  it('has no changes left when everything is as stored again', () =>
    expect(draftAfter(edit('z1', { a: 8, list: [1] }), edit('z1', { a: 7, list: [1] })).now).toEqual({}))

  it('removes and adds sections', () => {
    const drafted = applyDraft(detail, draftAfter(edit('z1', undefined), edit('z9', {})))
    expect(Object.keys(drafted.sections)).toEqual(['default', 'z9'])
    expect(drafted.count).toBe(2)
  })

  it('replaces the whole document, sections that are missing included', () =>
    expect(
      operationsIn(draftAfter({ type: 'replace', detail, sections: { default: { a: 5 }, z3: { b: 1 } } }).now),
    ).toEqual([
      { section: 'z1', pointer: '', op: 'remove' },
      { section: 'z3', pointer: '/b', op: 'set', value: 1 },
    ]))

  it('applies operations on several sections to what is drafted, in one step, pins included', () => {
    const operations = [
      { section: 'z1', pointer: '/a', op: 'remove' },
      { section: 'n@h', pointer: '/a', op: 'set', value: 5, pin: true },
    ] as const
    const drafted = draftAfter(edit('z1', { a: 7, list: [1], x: 1 }), { type: 'apply', detail, operations })
    expect(applyDraft(detail, drafted).sections).toEqual({
      default: { a: 5 },
      z1: { list: [1], x: 1 },
      'n@h': { a: 5 },
    })
    expect(applyDraft(detail, drafted).outcome('n@h', '/a')).toBe('stored')
    expect(reduceDraft(drafted, { type: 'undo' }).now).toEqual(draftAfter(edit('z1', { a: 7, list: [1], x: 1 })).now)
  })

  it('undoes and does again, edits of one place in one step', () => {
    const typed = [edit('z1', { a: 1 }, '/a'), edit('z1', { a: 10 }, '/a'), edit('z1', { a: 10, x: 1 }, '/x')]
    const undone = draftAfter(...typed, { type: 'undo' })
    expect(applyDraft(detail, undone).sections.z1).toEqual({ a: 10 })
    expect(draftAfter(...typed, { type: 'undo' }, { type: 'undo' }).now).toEqual({})
    expect(applyDraft(detail, reduceDraft(undone, { type: 'redo' })).sections.z1).toEqual({ a: 10, x: 1 })
  })

  it('forgets what was undone once something else is changed', () =>
    expect(draftAfter(edit('z1', { a: 1 }), { type: 'undo' }, edit('z1', { a: 2 })).future).toEqual([]))

  it('discards everything', () => expect(draftAfter(edit('z1', {}), { type: 'discard' })).toEqual(beginDraft(detail)))

  describe('when the stored document is another one now', () => {
    const changed: CategoryDetail = { ...detail, revision: '2-b', sections: { default: { a: 6 }, z1: { a: 9, y: 1 } } }

    it('makes the same changes to that', () => {
      const drafted = draftAfter(edit('z1', { a: 8, list: [1] }), { type: 'rebase', detail: changed })
      expect(drafted.revision).toBe('2-b')
      expect(applyDraft(changed, drafted).sections).toEqual({ default: { a: 6 }, z1: { a: 8, y: 1 } })
    })

    it('leaves out what it says already', () =>
      expect(draftAfter(edit('z1', { a: 9, list: [1] }), { type: 'rebase', detail: changed }).now).toEqual({}))

    it('leaves out what it has no place for any more', () => {
      const listed: CategoryDetail = { ...changed, sections: { z1: { b: [1] } } }
      const drafted = draftAfter(edit('z1', { a: 7, list: [1], b: { c: 3 } }), { type: 'rebase', detail: listed })
      expect(applyDraft(listed, drafted).sections).toEqual({ z1: { b: [1] } })
    })
  })
})
