import { describe, expect, it } from 'vitest'
import { boundedErrors } from './bounded-errors.ts'

describe(boundedErrors, () => {
  it('errors of a usual size stay as they are', () => {
    const errors = {
      'attachments.x': { additionalProperties: { message: 'm', value: { a: [1, null, 'x'], b: { c: true } } } },
      'a.b': { required: { message: 'm', value: 'b' } },
    }
    expect(boundedErrors(errors)).toEqual(errors)
  })

  for (const { note, value } of [
    { note: 'a long text', value: 'x'.repeat(10_001) },
    { note: 'a long list', value: Array.from({ length: 10_001 }, (_, n) => n) },
    { note: 'a wide object', value: Object.fromEntries(Array.from({ length: 10_001 }, (_, n) => [`k${n}`, n])) },
    { note: 'long keys', value: { ['k'.repeat(10_001)]: 1 } },
  ]) {
    it(`${note} is not echoed`, () => {
      expect(boundedErrors({ a: { type: { message: 'm', target: 'integer', value } } })).toEqual({
        a: { type: { message: 'm', target: 'integer' } },
      })
    })
  }

  it('thousands of errors are cut where nobody reads on', () => {
    const errors = Object.fromEntries(
      Array.from({ length: 50_000 }, (_, n) => [
        `path.${n}`,
        { type: { message: 'a sentence of some length', value: n } },
      ]),
    )
    const bounded = boundedErrors(errors)
    expect(JSON.stringify(bounded).length).toBeLessThan(250_000)
    expect(Object.keys(bounded).length).toBeGreaterThan(1000)
    expect(Object.keys(bounded)[0]).toBe('path.0')
  })

  it('one error stays however long its path is', () => {
    const path = 'p'.repeat(300_000)
    expect(Object.keys(boundedErrors({ [path]: { required: { message: 'm' } }, b: { required: {} } }))).toEqual([path])
  })
})
