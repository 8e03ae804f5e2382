import type { CategoryDetail, TopologyNode } from '@strata/api-types'
import { copySection, sectionReaders, sectionZones } from '@strata/layered-config'
import { describe, expect, it } from 'vitest'
import { beginHistory } from '#web/lib/draft/history.ts'
import { applyDraft, type Changes, type DraftAction, reduceDraft } from '../draft/category-draft.ts'
import { provenance } from './field-provenance.ts'
import type { Scope } from './use-scope.ts'

const marker = { $secret: 'set', fingerprint: '0123456789ab' }
const detail: CategoryDetail = {
  id: 'c',
  title: 'C',
  revision: '1',
  schema_revision: '1',
  sections: {
    default: { a: 5, password: marker, pinned: 1, map: { one: 1, two: 2 }, nothing: 4 },
    z1: { a: 7, group: { x: 9 }, map: { one: 10 } },
    'n@h': { a: 8, nothing: null },
    'm@h': { a: 5 },
  },
  defaults: { a: 1, b: 2, group: { x: 1, y: 2 }, pinned: 1 },
}

interface Circumstances {
  zones?: Record<string, string>
  actions?: DraftAction[]
}

function ask(section: string, pointer: string, { zones = {}, actions = [] }: Circumstances = {}) {
  const draft = applyDraft(detail, actions.reduce(reduceDraft, beginHistory<Changes>({})))
  const drafted = { sections: draft.sections, defaults: detail.defaults }
  const nodes = Object.entries(zones).map(([name, zone]): TopologyNode => ({ name, zone, source: 'assigned' }))
  const scope: Scope = {
    ...sectionReaders(
      { nodes, zones: sectionZones(drafted.sections) },
      { readsMembers: (pointer) => pointer === '/group', isDeclared: () => true },
    )(section),
    nodes,
  }
  return provenance({ scope, pointer, stored: detail, drafted, draft })
}

function edit(section: string, next: CategoryDetail['sections'][string]): DraftAction {
  return { type: 'edit', detail, section, next }
}

const inZone = { zones: { 'n@h': 'z1', 'm@h': 'z1', 'other@h': 'z1' } }

describe(provenance, () => {
  it('knows what is set here and what it stands on, highest first', () =>
    expect(ask('z1', '/a')).toMatchObject({
      own: 7,
      isUnsaved: false,
      chain: [
        { layer: 'zone', section: 'z1', value: 7 },
        { layer: 'default', value: 5 },
        { layer: 'schema', value: 1 },
      ],
      readings: [{ layer: 'zone', value: 7 }],
      without: [{ layer: 'default', value: 5 }],
    }))

  it('knows KAZOO’s built-in where nothing is stored, and what the schema says of it', () =>
    expect(ask('z1', '/b')).toMatchObject({ readings: [{ layer: 'built-in', value: 2 }], api: undefined }))

  it('reads a node’s zone before default, where the API leaves the zone out', () =>
    expect(ask('other@h', '/a', inZone)).toMatchObject({
      readings: [{ layer: 'zone', section: 'z1', value: 7, zone: undefined }],
      api: { value: 5 },
    }))

  it('has both possibilities where nobody knows the zone', () =>
    expect(ask('other@h', '/a')).toMatchObject({
      readings: [
        { layer: 'default', value: 5, zone: undefined },
        { layer: 'zone', value: 7, zone: 'z1' },
      ],
      api: { value: 5 },
    }))

  it('needs no zone where the node sets its own value', () =>
    expect(ask('n@h', '/a')).toMatchObject({
      readings: [{ layer: 'node', section: 'n@h', value: 8 }],
      api: undefined,
      maskedBy: [],
    }))

  it('marks a node’s override that equals default while its zone says otherwise', () =>
    expect(ask('m@h', '/a', inZone)).toMatchObject({ maskedBy: ['z1'], without: [{ layer: 'zone', value: 7 }] }))

  it('marks such an override in the draft, too', () =>
    expect(ask('n@h', '/a', { ...inZone, actions: [edit('n@h', { a: 5 })] })).toMatchObject({ maskedBy: ['z1'] }))

  it('marks none where the node is known to be in another zone', () =>
    expect(ask('m@h', '/a', { zones: { 'm@h': 'z2' } })).toMatchObject({ maskedBy: [] }))

  it('knows a pin: a value of default that equals the schema default', () => {
    expect(ask('default', '/pinned')).toMatchObject({ isPin: true, overriddenBy: 0 })
    expect(ask('default', '/a')).toMatchObject({ isPin: false, overriddenBy: 3 })
  })

  it('calls of a copy only that pinned which it would inherit without it', () => {
    const operations = copySection({ a: 5, b: 9, nothing: null }, {}, 'o@h')
    const copied = { actions: [{ type: 'apply', detail, operations } as const] }
    expect(ask('o@h', '/a', { ...copied, zones: { 'o@h': 'z2' } })).toMatchObject({ own: 5, isPinned: true })
    expect(ask('o@h', '/a', { ...copied, zones: { 'o@h': 'z1' } })).toMatchObject({ own: 5, isPinned: false })
    expect(ask('o@h', '/b', copied)).toMatchObject({ own: 9, isPinned: false })
    expect(ask('o@h', '/nothing', copied)).toMatchObject({ own: null, isPinned: false })
  })

  it('lets a map of a higher layer hide the entries of the lower ones, where the API merges them', () => {
    expect(ask('other@h', '/map/two', inZone)).toMatchObject({
      isWhole: true,
      readings: [{ layer: 'zone', section: 'z1', value: undefined }],
      api: { value: 2 },
    })
    expect(ask('other@h', '/map', inZone)).toMatchObject({
      kind: 'leaf',
      isWhole: true,
      readings: [{ layer: 'zone', value: { one: 10 } }],
    })
  })

  it('knows that without the last entry of a map another layer answers for all of it', () =>
    expect(ask('z1', '/map/one')).toMatchObject({ without: [{ layer: 'default', value: 1 }] }))

  it('takes a stored null for a value that nodes read and the API does not', () =>
    expect(ask('n@h', '/nothing', inZone)).toMatchObject({
      readings: [{ layer: 'node', value: null }],
      api: { value: undefined },
    }))

  it('tells what is unsaved from what is stored', () =>
    expect(ask('z1', '/a', { actions: [edit('z1', { a: 5 })] })).toMatchObject({
      own: 5,
      stored: 7,
      isUnsaved: true,
      outcome: 'dropped-as-inherited',
    }))

  it('inherits from the default section as it is drafted', () =>
    expect(ask('z1', '/b', { actions: [edit('default', { b: 3 })] })).toMatchObject({
      readings: [{ layer: 'default', value: 3 }],
    }))

  describe('of a key that begins with default', () => {
    const drafted = {
      sections: { default: { x: 5, default: { x: 6, y: 7 } }, z1: { default: { x: 8 } } },
      defaults: { default: { x: 1 } },
    }
    const about = (section: string, pointer: string) => {
      const scope: Scope = {
        ...sectionReaders(
          { nodes: [], zones: ['z1'] },
          {
            readsMembers: (place) => place === '/default',
            isDeclared: (place) => ['/default', '/default/x', '/default/y'].includes(place),
          },
        )(section),
        nodes: [],
      }
      const draft = { outcome: () => undefined, isPinned: () => false }
      return provenance({ scope, pointer, stored: drafted, drafted, draft })
    }

    it('says where nodes look for it in default, and reads it there', () =>
      expect(about('default', '/default/x')).toMatchObject({
        own: 6,
        readAt: '/x',
        isNoise: false,
        chain: [
          { layer: 'default', value: 5 },
          { layer: 'schema', value: 1 },
        ],
        readings: [{ layer: 'default', value: 5 }],
        without: [{ layer: 'default', value: 5 }],
      }))

    it('takes nothing that default stores below a default of its own for read', () =>
      expect(about('default', '/default/y')).toMatchObject({ own: 7, readAt: '/y', readings: [{ layer: 'built-in' }] }))

    it('knows what the place in default is read as, and who overrides it', () =>
      expect(about('default', '/x')).toMatchObject({
        own: 5,
        readAt: undefined,
        readings: [{ layer: 'default', value: 5 }],
        overriddenBy: 1,
      }))

    it('reads it in a zone as it is written, over the place in default', () =>
      expect(about('z1', '/default/x')).toMatchObject({
        own: 8,
        readAt: undefined,
        readings: [{ layer: 'zone', value: 8 }],
        without: [{ layer: 'default', value: 5 }],
      }))
  })

  for (const { note, section, pointer, actions, differs } of [
    { note: 'a value of its own differs', section: 'z1', pointer: '/a', differs: true },
    { note: 'nothing set does not differ', section: 'z1', pointer: '/b', differs: false },
    { note: 'a pin of the schema default does not', section: 'default', pointer: '/pinned', differs: false },
    {
      note: 'nor does what is kept although it is inherited',
      section: 'z1',
      pointer: '/nothing',
      actions: [
        edit('z1', { a: 7, nothing: 4 }),
        { type: 'pin', section: 'z1', pointer: '/nothing', isPinned: true } as const,
      ],
      differs: false,
    },
    {
      note: 'nor what will not be stored, although nodes would not read it without',
      section: 'z1',
      pointer: '/map/two',
      actions: [edit('z1', { map: { one: 10, two: 2 } })],
      differs: false,
    },
    { note: 'a group differs where a leaf in it does', section: 'z1', pointer: '/group', differs: true },
    {
      note: 'a group of pins does not',
      section: 'z1',
      pointer: '/group',
      actions: [
        edit('z1', { group: { x: 1 } }),
        { type: 'pin', section: 'z1', pointer: '/group/x', isPinned: true } as const,
      ],
      differs: false,
    },
  ]) {
    it(note, () => {
      const facts = ask(section, pointer, { actions: actions ?? [] })
      expect(facts.kind === 'group' ? facts.differing > 0 : facts.differs).toBe(differs)
    })
  }

  it('takes the marker of a secret for a leaf', () =>
    expect(ask('z1', '/password')).toMatchObject({
      kind: 'leaf',
      isWhole: false,
      readings: [{ layer: 'default', value: marker }],
    }))

  it('counts the leaves of an object whose members are read one by one', () =>
    expect(ask('z1', '/group')).toMatchObject({ kind: 'group', set: 1, isUnsaved: false }))
})
