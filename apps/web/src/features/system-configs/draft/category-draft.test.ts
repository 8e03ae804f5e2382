import type { CategoryDetail } from '@strata/api-types'
import type { JsonObject } from '@strata/json'
import { storedConfig } from '@strata/layered-config'
import { describe, expect, it } from 'vitest'
import { beginDraft, movedDraft } from '#web/lib/draft/draft.ts'
import { beginHistory, redo, undo } from '#web/lib/draft/history.ts'
import { takeAt } from '#web/lib/draft/merge-leaves.ts'
import {
  applyDraft,
  type CategoryDraft,
  type Changes,
  type DraftAction,
  operationsIn,
  reduceDraft,
} from './category-draft.ts'
import { categoryRules } from './category-rules.ts'

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
  return actions.reduce(reduceDraft, beginHistory<Changes>({}))
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
    expect(undo(drafted).now).toEqual(draftAfter(edit('z1', { a: 7, list: [1], x: 1 })).now)
  })

  it('undoes and does again, edits of one place in one step', () => {
    const typed = [edit('z1', { a: 1 }, '/a'), edit('z1', { a: 10 }, '/a'), edit('z1', { a: 10, x: 1 }, '/x')]
    const undone = undo(draftAfter(...typed))
    expect(applyDraft(detail, undone).sections.z1).toEqual({ a: 10 })
    expect(undo(undone).now).toEqual({})
    expect(applyDraft(detail, redo(undone)).sections.z1).toEqual({ a: 10, x: 1 })
  })

  it('has sections that are called as every object has a member, too', () =>
    expect(applyDraft(detail, draftAfter(edit('constructor', { a: 7 }))).sections.constructor).toEqual({ a: 7 }))

  it('forgets what was undone once something else is changed', () =>
    expect(reduceDraft(undo(draftAfter(edit('z1', { a: 1 }))), edit('z1', { a: 2 })).future).toEqual([]))

  describe('when the stored document is another one now', () => {
    const changed: CategoryDetail = { ...detail, revision: '2-b', sections: { default: { a: 6 }, z1: { a: 9, y: 1 } } }

    function moved(next: JsonObject, onto = changed) {
      const history = draftAfter(edit('z1', next))
      const draft = movedDraft(categoryRules, { ...beginDraft(categoryRules, detail), history }, onto)
      return { ...draft, sections: applyDraft(onto, draft.history).sections, overlaps: draft.moved?.overlaps }
    }

    it('makes the same changes to that, and tells what both sides changed', () => {
      const { stored, sections, overlaps } = moved({ a: 8, list: [1] })
      expect(stored.revision).toBe('2-b')
      expect(sections).toEqual({ default: { a: 6 }, z1: { a: 8, y: 1 } })
      expect(overlaps).toEqual([{ pointer: '/z1/a', base: 7, mine: 8, theirs: 9 }])
    })

    it('leaves out what it says already', () => {
      const { history, overlaps } = moved({ a: 9, list: [1] })
      expect(history.now).toEqual({})
      expect(overlaps).toEqual([])
    })

    it('tells no overlap where they changed something beside what I removed', () => {
      const base = { ...detail, sections: { z1: { g: { mine: 1, other: 1 } } } }
      const history = reduceDraft(beginHistory<Changes>({}), {
        type: 'edit',
        detail: base,
        section: 'z1',
        next: { g: { other: 1 } },
      })
      const onto = { ...base, revision: '2-b', sections: { z1: { g: { mine: 1, other: 2 } } } }
      const draft = movedDraft(categoryRules, { ...beginDraft(categoryRules, base), history }, onto)
      expect(draft.moved?.overlaps).toEqual([])
      expect(applyDraft(onto, draft.history).sections).toEqual({ z1: { g: { other: 2 } } })
    })

    it('tells a group and a section that are gone as wholes, and has no change left once theirs are taken', () => {
      const base = { ...detail, sections: { z1: { g: { a: 1, b: 1 }, other: 1 }, z2: { h: { a: 1 } } } }
      const onto = { ...base, revision: '2-b', sections: { z1: { other: 1 } } }
      const history = [
        { type: 'edit', detail: base, section: 'z1', next: { g: { a: 2, b: 2 }, other: 1 } } as const,
        { type: 'edit', detail: base, section: 'z2', next: { h: { a: 2 } } } as const,
      ].reduce<CategoryDraft>(reduceDraft, beginHistory<Changes>({}))
      const draft = movedDraft(categoryRules, { ...beginDraft(categoryRules, base), history }, onto)
      const overlaps = draft.moved?.overlaps ?? []
      expect(overlaps).toEqual([
        { pointer: '/z1/g', base: { a: 1, b: 1 }, mine: { a: 2, b: 2 }, theirs: undefined },
        { pointer: '/z2', base: { h: { a: 1 } }, mine: { h: { a: 2 } }, theirs: undefined },
      ])
      const settled = overlaps.reduce((before, { pointer, theirs }) => {
        const document = applyDraft(onto, before).sections
        const sections = storedConfig(takeAt({ document, stored: onto.sections }, pointer, theirs))
        return reduceDraft(before, { type: 'replace', detail: onto, sections })
      }, draft.history)
      expect(settled.now).toEqual({})
    })

    it('tells what is not settled again at the next move', () => {
      const first = moved({ a: 8, list: [1] })
      const onto = { ...changed, revision: '3-c', sections: { ...changed.sections, z2: { x: 1 } } }
      expect(movedDraft(categoryRules, first, onto).moved?.overlaps).toEqual([
        { pointer: '/z1/a', base: 7, mine: 8, theirs: 9 },
      ])
    })

    it('leaves out what it has no place for any more, and tells it', () => {
      const listed: CategoryDetail = { ...changed, sections: { z1: { b: [1] } } }
      const { sections, overlaps } = moved({ a: 7, list: [1], b: { c: 3 } }, listed)
      expect(sections).toEqual({ z1: { b: [1] } })
      expect(overlaps?.map(({ pointer }) => pointer)).toEqual(['/z1/b'])
    })
  })
})
