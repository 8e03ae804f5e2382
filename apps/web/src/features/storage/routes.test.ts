import { describe, expect, it } from 'vitest'
import { documentPath } from './place.ts'
import { readStorageSearch } from './routes.ts'

describe(readStorageSearch, () => {
  it('knows the JSON view', () => expect(readStorageSearch({ view: 'json', x: 1 })).toEqual({ view: 'json' }))
  it('leaves out what it does not know', () => expect(readStorageSearch({ view: 'map' })).toEqual({}))
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
