import type { CategoryDetail } from '@strata/api-types'
import type { LeafOperation } from '@strata/layered-config'
import { describe, expect, it } from 'vitest'
import { beginHistory } from '#web/lib/draft/history.ts'
import { applyDraft, type Changes, reduceDraft } from '../draft/category-draft.ts'
import { hasSameAnswer } from './has-same-answer.ts'
import type { ProvenanceQuestion } from './provenance-question.ts'
import type { Scope } from './use-scope.ts'

const detail: CategoryDetail = {
  id: 'c',
  title: 'C',
  revision: '1',
  schema_revision: '1',
  sections: { default: { a: 1, b: 2, o: { x: 1 } }, 'app@one': { b: 3 } },
  defaults: {},
}
const scope: Scope = {
  section: 'app@one',
  kind: 'node',
  zone: undefined,
  zones: [undefined],
  nodes: [],
  readsMembers: () => false,
  isDeclared: (pointer) => !pointer.startsWith('/default'),
}

function question(pointer: string, operations: readonly LeafOperation[]): ProvenanceQuestion {
  const draft = applyDraft(detail, reduceDraft(beginHistory<Changes>({}), { type: 'apply', detail, operations }))
  const drafted = { sections: draft.sections, defaults: detail.defaults }
  return { scope, pointer, stored: detail, drafted, draft }
}

describe(hasSameAnswer, () => {
  const set = (section: string, pointer: string, pin = false): LeafOperation => ({
    section,
    pointer,
    op: 'set',
    value: 3,
    pin,
  })
  for (const { note, pointer, operations, expected } of [
    { note: 'nothing changed', pointer: '/a', operations: [], expected: true },
    { note: 'another key changed', pointer: '/a', operations: [set('app@one', '/c')], expected: true },
    { note: 'its own value changed', pointer: '/a', operations: [set('app@one', '/a')], expected: false },
    { note: 'a section below changed there', pointer: '/a', operations: [set('default', '/a')], expected: false },
    { note: 'another section has it now', pointer: '/a', operations: [set('zone', '/a')], expected: false },
    {
      note: 'something beside it in its object changed',
      pointer: '/o/x',
      operations: [set('default', '/o/y')],
      expected: false,
    },
    { note: 'a section came that does not have it', pointer: '/a', operations: [set('zone', '/b')], expected: false },
    {
      note: 'a key that begins with default is asked for, which lies elsewhere in that section',
      pointer: '/default/x',
      operations: [set('default', '/x')],
      expected: false,
    },
  ]) {
    it(`${expected ? 'holds' : 'does not hold'} where ${note}`, () => {
      expect(hasSameAnswer(question(pointer, []), question(pointer, operations))).toBe(expected)
    })
  }

  it('does not hold where only the pin of the value changed', () => {
    const [loose, pinned] = [[set('app@one', '/a')], [set('app@one', '/a', true)]].map((all) => question('/a', all))
    expect(loose !== undefined && pinned !== undefined && hasSameAnswer(loose, pinned)).toBe(false)
  })
})
