import type { TopologyNode } from '@strata/api-types'
import type { JsonObject } from '@strata/json'
import { applyLeafOperations, readingsOf, sectionReaders, sectionZones } from '@strata/layered-config'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { provenance } from '../provenance/field-provenance.ts'
import type { Scope } from '../provenance/use-scope.ts'
import { placeFor, rungsOf, waysOut } from './ladder-facts.ts'

const node = 'app@n1'
const marker = { $secret: 'set', fingerprint: '0123456789ab' }
const draft = { outcome: () => undefined, isPinned: () => false }
const placed = { [node]: 'z1', 'app@n2': 'z1' }

const rules = {
  readsMembers: (place: string) => place === '/group',
  isDeclared: (place: string) => ['/a', '/default/x'].includes(place),
}

interface Circumstances {
  section?: string
  pointer?: string
  zones?: Record<string, string>
  defaults?: JsonObject
}

function ask(sections: JsonObject, circumstances: Circumstances = {}) {
  const { section = node, pointer = '/a', zones = placed, defaults = {} } = circumstances
  const nodes = Object.entries(zones).map(([name, zone]): TopologyNode => ({ name, zone, source: 'assigned' }))
  const scope: Scope = {
    ...sectionReaders({ nodes, zones: sectionZones(sections) }, rules)(section),
    nodes,
  }
  const category = { sections, defaults }
  const facts = provenance({ scope, pointer, stored: category, drafted: category, draft })
  if (facts.kind === 'group') throw new Error('not a leaf')
  return { question: { category, scope, pointer }, facts }
}

describe(waysOut, () => {
  for (const { note, sections, circumstances, ways } of [
    {
      note: 'change the zone, or move its value',
      sections: { default: { a: 1 }, z1: { a: 5 }, [node]: { a: 1 } },
      ways: ['change', 'move'],
    },
    {
      note: 'only change the zone, where it is the one that says otherwise and nobody knows the node’s zone',
      sections: { default: { a: 1 }, z1: { a: 5 }, [node]: { a: 1 } },
      circumstances: { zones: {} },
      ways: ['change'],
    },
    {
      note: 'only change the zone, where no other node of it is known',
      sections: { default: { a: 1 }, z1: { a: 5 }, [node]: { a: 1 } },
      circumstances: { zones: { [node]: 'z1' } },
      ways: ['change'],
    },
    {
      note: 'none, where several zones say otherwise and nobody knows the node’s',
      sections: { default: { a: 1 }, z1: { a: 5 }, z2: { a: 6 }, [node]: { a: 1 } },
      circumstances: { zones: {} },
      ways: [],
    },
    {
      note: 'none, for an entry of what is read whole',
      sections: { default: { map: { a: 1 } }, z1: { map: { a: 5 } }, [node]: { map: { a: 1 } } },
      circumstances: { pointer: '/map/a' },
      ways: [],
    },
    {
      note: 'none, where nothing is masked',
      sections: { default: { a: 1 }, z1: { a: 5 }, [node]: { a: 2 } },
      ways: [],
    },
    {
      note: 'never by copying a secret',
      sections: { default: { a: 1 }, z1: { a: marker }, [node]: { a: 1 } },
      ways: ['change'],
    },
  ]) {
    it(note, () => {
      const { question, facts } = ask(sections, circumstances)
      expect(waysOut(question, facts).map(({ way }) => way)).toEqual(ways)
    })
  }
})

describe(rungsOf, () => {
  it('has the known zone’s rung also where it sets nothing', () => {
    const { question, facts } = ask({ default: { a: 1 } })
    expect(rungsOf(question, facts).map(({ section, value }) => [section, value])).toEqual([
      [node, undefined],
      ['z1', undefined],
      ['default', 1],
      ['', undefined],
    ])
  })

  it('has the zones that set something, where nobody knows the node’s', () => {
    const { question, facts } = ask({ default: { a: 1 }, z1: { a: 5 }, z2: {}, z3: { a: 1 } }, { zones: {} })
    expect(rungsOf(question, facts).map(({ section, inForce }) => [section, inForce])).toEqual([
      [node, false],
      ['z1', 'perhaps'],
      ['z3', false],
      ['default', 'perhaps'],
      ['', false],
    ])
  })

  it('says of a removal what the readers of that section then read', () => {
    const maybe = fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined })
    const set = (a: number | undefined) => (a === undefined ? {} : { a })
    fc.assert(
      fc.property(maybe, maybe, maybe, fc.boolean(), (own, zone, shared, isKnown) => {
        const sections = { default: set(shared), z1: set(zone), z2: set(1), [node]: set(own) }
        const { question, facts } = ask(sections, { zones: isKnown ? placed : {}, defaults: { a: 0 } })
        for (const { section, removal } of rungsOf(question, facts)) {
          if (removal === undefined) continue
          const after = applyLeafOperations(question.category, [{ section, pointer: '/a', op: 'remove' }])
          const { nodes } = question.scope
          const reader = sectionReaders({ nodes, zones: ['z1', 'z2'] }, rules)(section)
          const category = { ...question.category, sections: after.sections }
          expect(removal).toEqual(readingsOf({ category, reader, pointer: '/a' }))
        }
      }),
    )
  })
})

describe('a key that begins with default', () => {
  const sections = { default: { x: 5, default: { x: 6 } }, z1: { default: { x: 8 } } }

  it('has its rung of default where nodes look', () => {
    const { question, facts } = ask(sections, { section: 'z1', pointer: '/default/x' })
    expect(rungsOf(question, facts).map(({ section, pointer, value }) => [section + pointer, value])).toEqual([
      ['z1/default/x', 8],
      ['default/x', 5],
      ['/default/x', undefined],
    ])
  })

  it('begins there, too', () => {
    const { question } = ask({ z1: { default: { x: 8 } } }, { section: 'z1', pointer: '/default/x' })
    expect(placeFor(question, 'default')).toEqual({ section: 'default', pointer: '/x', op: 'set', value: 8 })
  })
})

describe(placeFor, () => {
  it('begins an override with the value in force, where no schema gives the key a place', () => {
    const { question } = ask({ z1: { odd: 7 } }, { section: 'z1', pointer: '/odd' })
    expect(placeFor(question, 'default')).toEqual({ section: 'default', pointer: '/odd', op: 'set', value: 7 })
  })

  it('begins none where there is a place, a value already, or only a secret', () => {
    expect(placeFor(ask({ z1: { a: 7 } }, { section: 'z1' }).question, 'default')).toBeUndefined()
    const both = ask({ default: { odd: 1 }, z1: { odd: 7 } }, { section: 'z1', pointer: '/odd' })
    expect(placeFor(both.question, 'default')).toBeUndefined()
    const secret = ask({ z1: { odd: marker } }, { section: 'z1', pointer: '/odd' })
    expect(placeFor(secret.question, 'default')).toBeUndefined()
  })
})
