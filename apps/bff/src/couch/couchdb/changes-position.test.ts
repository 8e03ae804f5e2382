import { describe, expect, it } from 'vitest'
import { fromPosition, isSame, readPosition } from './changes-position.ts'

const place = (made: string, sequence: string) => ({ made, sequence })

describe(isSame, () => {
  for (const { note, now, read, known, expected } of [
    { note: 'read on', now: place('1', '9-x'), read: place('1', '9-x'), known: place('1', '7-y'), expected: true },
    { note: 'quiet', now: place('1', '7-z'), read: place('1', '7-y'), known: place('1', '7-y'), expected: true },
    {
      note: 'in a cluster, asked of a node that lags behind',
      now: place('1', '5-z'),
      read: place('1', '7-y'),
      known: place('1', '7-y'),
      expected: true,
    },
    { note: 'made anew', now: place('2', '9-x'), read: place('1', '9-x'), known: place('1', '7-y'), expected: false },
    {
      note: 'begun anew by a CouchDB that does not say when a database was made',
      now: place('0', '3-x'),
      read: place('0', '3-x'),
      known: place('0', '7-y'),
      expected: false,
    },
    {
      note: 'taken back, where sequences are numbers',
      now: place('0', '3'),
      read: place('0', '7'),
      known: place('0', '7'),
      expected: false,
    },
  ]) {
    it(note, () => expect(isSame(now, read, known)).toBe(expected))
  }
})

describe(readPosition, () => {
  it('reads what was kept', () => expect(readPosition(fromPosition(place('1', '7-y')))).toEqual(place('1', '7-y')))
  it('knows no place in a database that did not exist', () => expect(readPosition('0')).toBeUndefined())
})
