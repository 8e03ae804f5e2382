import { expect, it } from 'vitest'
import { readSweepSearch } from './routes.ts'

it('reads what it knows of an address, and leaves out the rest', () => {
  expect(readSweepSearch({ kind: 'pin', category: 'ecallmgr', more: 1 })).toEqual({ kind: 'pin', category: 'ecallmgr' })
  expect(readSweepSearch({ kind: 'other', category: '' })).toEqual({})
  expect(readSweepSearch({ category: 5 })).toEqual({})
})
