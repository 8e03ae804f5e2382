import { describe, expect, it } from 'vitest'
import { readMatrixSearch } from './routes.ts'

describe(readMatrixSearch, () => {
  it('takes what it knows', () => {
    const search = { q: 'acl', in: 'z1', only: 'differing' }
    expect(readMatrixSearch(search)).toEqual(search)
  })

  it('leaves out what it does not know', () =>
    expect(readMatrixSearch({ q: '', in: 5, only: 'noise', page: 2 })).toEqual({}))
})
