import { getAt } from '@strata/json'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyTree } from './config.arbitraries.ts'
import { effectiveAt } from './effective-at.ts'
import { mergeRecursive } from './merge-recursive.ts'

const pointer = fc.constantFrom('', '/a', '/a/b', '/b', '/c/a/b', '/__proto__', '/__proto__/a', '/constructor', '/d~1e')

describe(effectiveAt, () => {
  it('is what the merge of whole layers has there', () => {
    fc.assert(
      fc.property(fc.array(anyTree, { maxLength: 3 }), pointer, (values, at) => {
        const layers = values.map((each, index) => ({ name: String(index), values: each }))
        expect(effectiveAt(layers, at)).toEqual(getAt(mergeRecursive(...values), at))
      }),
    )
  })
})
