import { describe, expect, it } from 'vitest'
import { searchRank, searchText } from './search-rank.ts'

const account = { id: 'ab12', sortName: 'grün & söhne telecom', realm: 'gs.sip.example.org' }

describe(searchRank, () => {
  for (const { note, text, rank } of [
    { note: 'nothing typed matches everything', text: '', rank: 0 },
    { note: 'the id', text: 'ab12', rank: 0 },
    { note: "the name's beginning, in other letters, with blanks around", text: ' gRÜN ', rank: 1 },
    { note: "a later word's beginning", text: 'söh', rank: 2 },
    { note: 'within a word', text: 'leco', rank: 3 },
    { note: 'the realm', text: 'example', rank: 4 },
    { note: "the id's beginning", text: 'ab1', rank: 5 },
    { note: 'something else', text: 'xyz', rank: undefined },
  ]) {
    it(note, () => expect(searchRank(searchText(text), account)).toBe(rank))
  }
})
