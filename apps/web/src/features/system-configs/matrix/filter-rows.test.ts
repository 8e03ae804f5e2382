import { describe, expect, it } from 'vitest'
import { freeForm } from '#web/components/schema-form/free-form.ts'
import { filterRows } from './filter-rows.ts'
import { matrixRows } from './matrix-rows.ts'
import type { MatrixSearch } from './routes.ts'

const stored = {
  default: { same: 1, shared_only: 1, other: 1 },
  z1: { same: 1, other: 2 },
  'app@a': { node_only: [1] },
}
const form = { ...freeForm, schema: { ...freeForm.schema, properties: { unset: { type: 'string' as const } } } }
const rows = matrixRows(form, stored)
const found = (search: MatrixSearch, ...drafts: (typeof stored)[]) =>
  filterRows(rows, search, [stored, ...drafts]).map(({ pointer }) => pointer)

describe(filterRows, () => {
  for (const { note, search, expected } of [
    { note: 'everything', search: {}, expected: ['/unset', '/same', '/shared_only', '/other', '/node_only'] },
    { note: 'by key', search: { q: 'only' }, expected: ['/shared_only', '/node_only'] },
    { note: 'set anywhere', search: { only: 'set' }, expected: ['/same', '/shared_only', '/other', '/node_only'] },
    { note: 'differing: not what all store alike', search: { only: 'differing' }, expected: ['/other', '/node_only'] },
    { note: 'both', search: { q: 'node', only: 'differing' }, expected: ['/node_only'] },
  ] as const)
    it(note, () => expect(found(search)).toEqual(expected))

  it('keeps a row that no longer differs in the draft', () =>
    expect(found({ only: 'differing' }, { ...stored, z1: { same: 1, other: 1 } })).toContain('/other'))
})
