import { describe, expect, it } from 'vitest'
import { sideNames } from './side-names.ts'

describe('the names of the sides of a comparison', () => {
  it.each([
    {
      note: 'sections of one category',
      left: ['media', 'default'],
      right: ['media', 'ams'],
      names: ['default', 'ams'],
    },
    { note: 'one section of two', left: ['media', 'ams'], right: ['fax', 'ams'], names: ['media', 'fax'] },
    { note: 'neither', left: ['media', 'ams'], right: ['fax', 'lon'], names: ['media · ams', 'fax · lon'] },
  ])('tell apart: $note', ({ left, right, names }) => {
    const side = ([category = '', section = '']: readonly string[]) => ({ category, section })
    expect(sideNames(side(left), side(right))).toEqual({ left: names[0], right: names[1] })
  })
})
