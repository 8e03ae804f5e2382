import type { CategoryDetail } from '@strata/api-types'
import { describe, expect, it } from 'vitest'
import { applyDraft, beginDraft, type DraftAction, reduceDraft } from './category-draft.ts'
import { provenance } from './field-provenance.ts'

const marker = { $secret: 'set', fingerprint: '0123456789ab' }
const detail: CategoryDetail = {
  id: 'c',
  title: 'C',
  revision: '1',
  schema_revision: '1',
  sections: { default: { a: 5, password: marker }, z1: { a: 7, group: { x: 9 } }, 'n@h': { a: 8 } },
  defaults: { a: 1, b: 2, group: { x: 1, y: 2 } },
}

function ask(section: string, pointer: string, ...actions: DraftAction[]) {
  const draft = applyDraft(detail, actions.reduce(reduceDraft, beginDraft(detail)))
  const drafted = { sections: draft.sections, defaults: detail.defaults }
  return provenance({ section, pointer, stored: detail, drafted, draft })
}

describe(provenance, () => {
  it('knows what is set here and what it overrides', () =>
    expect(ask('z1', '/a')).toMatchObject({
      own: 7,
      isUnsaved: false,
      inherited: { layer: 'default', value: 5 },
      below: { layer: 'schema', value: 1 },
    }))

  it('knows what is inherited from the schema alone', () =>
    expect(ask('z1', '/b')).toMatchObject({
      own: undefined,
      inherited: { layer: 'schema', value: 2 },
      below: undefined,
    }))

  it('compares the default section with the schema', () =>
    expect(ask('default', '/a')).toMatchObject({ own: 5, inherited: { layer: 'schema', value: 1 } }))

  it('does not take a zone’s value for one that a node inherits, but tells of it', () =>
    expect(ask('other@h', '/a')).toMatchObject({
      inherited: { layer: 'default', value: 5 },
      elsewhere: [{ section: 'z1', value: 7 }],
    }))

  it('tells of no zone where the node sets its own value', () =>
    expect(ask('n@h', '/a')).toMatchObject({ own: 8, elsewhere: [] }))

  it('tells at the default section who overrides it', () =>
    expect(ask('default', '/a')).toMatchObject({
      elsewhere: [
        { section: 'z1', value: 7 },
        { section: 'n@h', value: 8 },
      ],
    }))

  it('tells what is unsaved from what is stored', () =>
    expect(ask('z1', '/a', { type: 'edit', detail, section: 'z1', next: { a: 5 } })).toMatchObject({
      own: 5,
      stored: 7,
      isUnsaved: true,
      outcome: 'dropped-as-inherited',
    }))

  it('inherits from the default section as it is drafted', () =>
    expect(ask('z1', '/b', { type: 'edit', detail, section: 'default', next: { b: 3 } })).toMatchObject({
      inherited: { layer: 'default', value: 3 },
    }))

  it('takes the marker of a secret for a leaf', () =>
    expect(ask('z1', '/password')).toMatchObject({ kind: 'leaf', inherited: { layer: 'default', value: marker } }))

  it('counts the leaves of an object', () =>
    expect(ask('z1', '/group')).toEqual({ kind: 'group', set: 1, isUnsaved: false }))
})
