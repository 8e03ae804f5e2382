import type { CategorySummary } from '@strata/api-types'
import { describe, expect, it } from 'vitest'
import { groupCategories } from './category-groups.ts'

function summary(id: string): CategorySummary {
  return {
    id,
    title: id,
    stored: false,
    has_schema: true,
    keys: 0,
    sections: 0,
    zones: 0,
    nodes: 0,
    overrides: 0,
    modified: null,
  }
}

describe(groupCategories, () => {
  it('puts categories under the word they share, the first of them included; the others come first', () => {
    const groups = groupCategories(['callflow', 'callflow.park', 'ecallmgr', 'notify.fax', 'notify.topup'].map(summary))
    expect(groups.map(({ prefix, categories }) => [prefix, categories.map(({ id }) => id)])).toEqual([
      [undefined, ['ecallmgr']],
      ['callflow', ['callflow', 'callflow.park']],
      ['notify', ['notify.fax', 'notify.topup']],
    ])
  })
})
