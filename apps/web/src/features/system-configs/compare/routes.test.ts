import { describe, expect, it } from 'vitest'
import { readCompareSearch, toCompare } from './routes.ts'

describe(readCompareSearch, () => {
  it('takes what it knows', () => {
    const search = {
      leftCategory: 'ecallmgr',
      leftSection: 'z1',
      rightCategory: 'media',
      rightSection: 'z2',
      values: 'effective',
      show: 'all',
      q: 'acl',
    }
    expect(readCompareSearch(search)).toEqual(search)
  })

  it('leaves out what it does not know, and what goes without saying', () =>
    expect(readCompareSearch({ leftSection: 'default', rightCategory: 5, values: 'other', show: 1, q: '' })).toEqual(
      {},
    ))
})

describe(toCompare, () => {
  for (const { note, link, expected } of [
    { note: 'nothing chosen yet', link: toCompare(), expected: {} },
    {
      note: 'two sides and a filter',
      link: toCompare({ category: 'media', section: 'default' }, { category: 'fax', section: 'z1' }, 'acl'),
      expected: { leftCategory: 'media', rightCategory: 'fax', rightSection: 'z1', q: 'acl' },
    },
  ])
    it(note, () => expect(link.search).toEqual(expected))
})
