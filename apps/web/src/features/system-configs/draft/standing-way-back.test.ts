import type { CategoryDetail, CategorySaved, LeafOperation } from '@strata/api-types'
import { describe, expect, it } from 'vitest'
import { standingWayBack } from './standing-way-back.ts'

const detail: CategoryDetail = {
  id: 'sysconf',
  title: 'Sysconf',
  revision: '2-a',
  schema_revision: 's',
  sections: { default: { a: 6, b: 7 }, z1: { c: 1 } },
  defaults: {},
}
const a: LeafOperation = { section: 'default', pointer: '/a', op: 'set', value: 5, pin: true }
const b: LeafOperation = { section: 'default', pointer: '/b', op: 'remove' }
const z1: LeafOperation = { section: 'z1', pointer: '', op: 'remove' }
const saved: CategorySaved = { ...detail, saved: { leaves: 3, way_back: { operations: [a, b, z1], lost: [] } } }

describe(standingWayBack, () => {
  for (const { note, sections, operations, taken } of [
    { note: 'is whole on what was saved', sections: detail.sections, operations: [a, b, z1], taken: [] },
    {
      note: 'leaves out what somebody changed, took away, or added to a section that was new',
      sections: { default: { a: 9 }, z1: { c: 1, d: 2 } },
      operations: [],
      taken: [a, b, z1],
    },
    {
      note: 'is not held up by changes beside it',
      sections: { default: { a: 6, b: 7, x: 1 }, z1: { c: 1 } },
      operations: [a, b, z1],
      taken: [],
    },
  ]) {
    it(note, () => {
      expect(standingWayBack(saved, { ...detail, revision: '3-a', sections })).toEqual({ operations, taken })
    })
  }
})
