import { expect, it } from 'vitest'
import { readTopologySearch } from './routes.ts'

it('reads what it knows of an address, and leaves out the rest', () => {
  expect(readTopologySearch({ q: 'n1', only: 'unplaced', more: 1 })).toEqual({ q: 'n1', only: 'unplaced' })
  expect(readTopologySearch({ q: '', only: 'other' })).toEqual({})
  expect(readTopologySearch({ q: 5 })).toEqual({})
})
