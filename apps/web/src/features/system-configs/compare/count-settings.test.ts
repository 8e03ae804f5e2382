import { describe, expect, it } from 'vitest'
import { compareValues } from './compare-values.ts'
import { countSettings } from './count-settings.ts'

describe(countSettings, () => {
  const settings = ['/a', '/acls', '/nested/b', '/unset']
  for (const { note, left, right, differing } of [
    { note: 'nothing differs', left: { a: 1 }, right: { a: 1 }, differing: 0 },
    { note: 'one setting, whichever of its leaves', left: { acls: { x: 1, y: 2 } }, right: {}, differing: 1 },
    { note: 'each key that is read by itself', left: { a: 1, nested: { b: 1 } }, right: {}, differing: 2 },
  ])
    it(`counts settings, not leaves: ${note}`, () =>
      expect(countSettings(compareValues(left, right), settings)).toEqual({ differing, count: 4 }))
})
