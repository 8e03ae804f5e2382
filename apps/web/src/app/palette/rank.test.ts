import { describe, expect, it } from 'vitest'
import { rank } from './rank.ts'

const entries = ['callflow', 'crossbar', 'crossbar.accounts', 'ecallmgr', 'media'].map((label) => ({ label }))
const ranked = (text: string, limit = 10) => rank(entries, text, limit).map(({ label }) => label)

describe(rank, () => {
  it('no text keeps everything in its order', () => expect(ranked('')).toHaveLength(entries.length))
  it('the closest comes first', () => expect(ranked('crossbar')).toEqual(['crossbar', 'crossbar.accounts']))
  it('a part of a word is enough', () => expect(ranked('callm')[0]).toBe('ecallmgr'))
  it('words may come in any order', () => expect(ranked('acc cross')).toEqual(['crossbar.accounts']))
  it('a letter left out is forgiven', () => expect(ranked('ecalmgr')).toEqual(['ecallmgr']))
  it('the limit holds', () => expect(ranked('c', 2)).toHaveLength(2))
  it('what fits nothing gives nothing', () => expect(ranked('zzz')).toEqual([]))
})
