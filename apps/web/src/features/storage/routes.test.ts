import { describe, expect, it } from 'vitest'
import { documentPath } from './pages/place.ts'
import { readOverviewSearch, readStorageSearch } from './routes.ts'

describe(readStorageSearch, () => {
  for (const { note, search, expected } of [
    { note: 'knows the JSON view', search: { view: 'json', x: 1 }, expected: { view: 'json' } },
    { note: 'knows the map', search: { view: 'map' }, expected: { view: 'map' } },
    { note: 'leaves out what it does not know', search: { view: 'tree', class: 'attic' }, expected: {} },
    {
      note: 'reads a question',
      search: { class: 'modb', type: 'fax', user: 'u' },
      expected: { class: 'modb', type: 'fax', user: 'u' },
    },
    { note: 'a type is one of a class', search: { type: 'fax' }, expected: {} },
    { note: 'a number is a text', search: { class: 'modb', type: 7 }, expected: { class: 'modb', type: '7' } },
  ]) {
    it(note, () => expect(readStorageSearch(search)).toEqual(expected))
  }
})

describe(readOverviewSearch, () => {
  it('reads the account that is asked about', () =>
    expect(readOverviewSearch({ account: 'a', class: 'account' })).toEqual({ account: 'a', class: 'account' }))
})

describe(documentPath, () => {
  for (const [place, path] of [
    [{ scope: 'system' }, '/v2/storage'],
    [{ scope: 'account', accountId: 'a' }, '/v2/accounts/a/storage'],
    [{ scope: 'user', accountId: 'a', userId: 'u' }, '/v2/accounts/a/users/u/storage'],
    [{ scope: 'plan', accountId: undefined, planId: 'p' }, '/v2/storage/plans/p'],
    [{ scope: 'plan', accountId: undefined, planId: undefined }, '/v2/storage/plans'],
    [{ scope: 'plan', accountId: 'a', planId: 'p' }, '/v2/accounts/a/storage/plans/p'],
    [{ scope: 'account', accountId: 'a/../b' }, '/v2/accounts/a%2F..%2Fb/storage'],
  ] as const) {
    it(path, () => expect(documentPath(place)).toBe(path))
  }
})
