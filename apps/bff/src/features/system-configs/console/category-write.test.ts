import type { JsonValue } from '@strata/json'
import { describe, expect, it } from 'vitest'
import { parseCategoryWrite } from './category-write.ts'

const keys = (count: number) => '/a'.repeat(count)
const nested = (levels: number): JsonValue => JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`)
const set = (pointer: string, value: JsonValue = 1) => ({ section: 'default', op: 'set', pointer, value })
const remove = (pointer: string) => ({ section: 'default', op: 'remove', pointer })
const write = (...operations: JsonValue[]) => parseCategoryWrite({ base_revision: null, operations })

describe(parseCategoryWrite, () => {
  for (const { note, operation } of [
    { note: 'a whole section', operation: set('', {}) },
    { note: 'a leaf below keys with ~ and /', operation: set('/a~0b/c~1d/') },
    { note: 'a leaf 62 keys deep', operation: set(keys(62)) },
    { note: 'a value that nests as deep below its key', operation: set('/a', nested(61)) },
    { note: 'the removal of a leaf', operation: remove('/a/b') },
  ]) {
    it(`takes ${note}`, () => expect(write(operation).operations).toEqual([operation]))
  }

  for (const { note, operation, message } of [
    { note: 'a pointer without its first /', operation: set('a'), message: /not a JSON Pointer/ },
    { note: 'a ~ that escapes nothing', operation: remove('/a~2'), message: /not a JSON Pointer/ },
    {
      note: 'a pointer of millions of letters',
      operation: remove('a'.repeat(7_000_000)),
      message: /not a JSON Pointer/,
    },
    { note: 'more levels than a body of /v2 holds', operation: set(keys(63)), message: /at most 62 levels/ },
    { note: 'a removal as deep', operation: remove(keys(100_000)), message: /at most 62 levels/ },
    { note: 'a value that reaches as deep', operation: set('/a', nested(62)), message: /at most 62 levels/ },
    { note: 'a prototype', operation: set('/a/__proto__/b'), message: /__proto__ is not allowed/ },
  ]) {
    it(`refuses ${note}`, () => {
      expect(() => write(operation)).toThrow(
        expect.objectContaining({
          kind: 'invalid',
          data: expect.toSatisfy((data) => message.test(JSON.stringify(data))),
        }),
      )
    })
  }

  it('refuses more than a thousand operations at once', () => {
    const many = Array.from({ length: 1001 }, (_, index) => set(`/k${index}`))
    expect(write(...many.slice(1)).operations).toHaveLength(1000)
    expect(() => write(...many)).toThrow(expect.objectContaining({ kind: 'invalid' }))
  })
})
