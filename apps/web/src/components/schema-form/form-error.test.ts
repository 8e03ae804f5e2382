import { describe, expect, it } from 'vitest'
import { toErrorSchema } from './form-error.ts'
import { fromValidationErrors } from './wire-errors.ts'

describe(toErrorSchema, () => {
  it('puts an error under a key with a dot at that key', () =>
    expect(toErrorSchema([{ pointer: '/map/c.example/ttl', message: 'wrong' }])).toEqual({
      map: { 'c.example': { ttl: { __errors: ['wrong'] } } },
    }))

  it('keeps several errors of one place, and those of the places around it', () =>
    expect(
      toErrorSchema([
        { pointer: '/a', message: 'one' },
        { pointer: '/a', message: 'two' },
        { pointer: '/a/0', message: 'three' },
      ]),
    ).toEqual({ a: { __errors: ['one', 'two'], 0: { __errors: ['three'] } } }))

  it('takes errors of the whole form', () =>
    expect(toErrorSchema([{ pointer: '', message: 'all wrong' }])).toEqual({ __errors: ['all wrong'] }))
})

describe(fromValidationErrors, () => {
  it('reads dots as steps and %2E as a dot inside a key', () =>
    expect(fromValidationErrors({ 'n@h.map.c%2Eexample': { type: { message: 'no' } } })).toEqual([
      { pointer: '/n@h/map/c.example', message: 'no' },
    ]))

  it('reads the empty path as the whole document', () =>
    expect(fromValidationErrors({ '': { type: { message: 'no' } } })).toEqual([{ pointer: '', message: 'no' }]))
})
