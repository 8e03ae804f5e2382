import type { JsonObject, JsonValue } from '@strata/json'
import { isJsonObject } from '@strata/json'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyTree, plainTree } from './config.arbitraries.ts'
import { leaves } from './leaves.ts'
import { mergePatch } from './merge-patch.ts'

const parse = (text: string): JsonObject => JSON.parse(text)

describe(mergePatch, () => {
  for (const { note, stored, patch, expected } of [
    {
      note: 'objects merge key by key',
      stored: { a: { b: 1 } },
      patch: { a: { c: 2 } },
      expected: { a: { b: 1, c: 2 } },
    },
    { note: 'a scalar replaces', stored: { a: 1 }, patch: { a: 2 }, expected: { a: 2 } },
    { note: 'an array replaces as a whole', stored: { a: [1, 2] }, patch: { a: [3] }, expected: { a: [3] } },
    { note: 'an object replaces a scalar', stored: { a: 1 }, patch: { a: { b: 1 } }, expected: { a: { b: 1 } } },
    { note: 'a scalar replaces an object', stored: { a: { b: 1 } }, patch: { a: 1 }, expected: { a: 1 } },
    { note: 'null removes the key', stored: { a: 1, b: 2 }, patch: { a: null }, expected: { b: 2 } },
    {
      note: 'null removes below and leaves the emptied parent',
      stored: { a: { b: 1 } },
      patch: { a: { b: null } },
      expected: { a: {} },
    },
    { note: 'null for nothing adds nothing', stored: {}, patch: { a: null }, expected: {} },
    { note: 'null below nothing adds the emptied parent', stored: {}, patch: { a: { b: null } }, expected: { a: {} } },
    { note: 'an empty object replaces an object', stored: { a: { b: 1 } }, patch: { a: {} }, expected: { a: {} } },
    { note: 'an empty object replaces a scalar', stored: { a: 1 }, patch: { a: {} }, expected: { a: {} } },
    { note: 'an empty object is added', stored: {}, patch: { a: {} }, expected: { a: {} } },
    {
      note: 'an empty object deep down replaces',
      stored: { a: { b: { c: 1 } } },
      patch: { a: { b: {} } },
      expected: { a: { b: {} } },
    },
    { note: 'an empty patch keeps everything', stored: { a: { b: 1 } }, patch: {}, expected: { a: { b: 1 } } },
    { note: 'a stored null is dropped', stored: { a: null, b: 1 }, patch: {}, expected: { b: 1 } },
    {
      note: 'a stored null deep down is dropped',
      stored: { a: { b: null, c: 1 } },
      patch: { d: 1 },
      expected: { a: { c: 1 }, d: 1 },
    },
    { note: 'a stored null is replaced by a value', stored: { a: null }, patch: { a: 1 }, expected: { a: 1 } },
    {
      note: 'nulls inside arrays are values',
      stored: { a: [null] },
      patch: { b: [null] },
      expected: { a: [null], b: [null] },
    },
  ]) {
    it(note, () => expect(mergePatch(stored, patch)).toEqual(expected))
  }

  it('treats __proto__ as an ordinary key', () => {
    const merged = mergePatch(parse('{"__proto__": {"a": 1}}'), parse('{"__proto__": {"a": null, "b": 2}}'))
    expect(JSON.stringify(merged)).toBe('{"__proto__":{"b":2}}')
    expect(Object.getPrototypeOf(merged)).toBe(Object.prototype)
  })

  it('copies each object once, however deep it lies', () => {
    let reads = 0
    const counted = (value: JsonObject): JsonObject =>
      new Proxy(value, {
        ownKeys(target) {
          reads += 1
          return Reflect.ownKeys(target)
        },
      })
    const deep = (levels: number): JsonObject => counted(levels === 0 ? { a: 1 } : { a: deep(levels - 1) })
    mergePatch(deep(50), { a: { a: { a: { a: { a: { b: 1 } } } } } })
    expect(reads).toBe(51)
  })

  it('leaves no null outside arrays', () => {
    fc.assert(
      fc.property(anyTree, anyTree, (stored, patch) => {
        expect(leaves(mergePatch(stored, patch)).filter(({ value }) => value === null)).toEqual([])
      }),
    )
  })

  it('is RFC 7396 where the stored document has no nulls and the patch no empty objects', () => {
    fc.assert(
      fc.property(plainTree, plainTree, (stored, patch) => {
        expect(mergePatch(stored, patch)).toEqual(rfc7396(stored, patch))
      }),
    )
  })

  it('twice is once, where the patch has no empty objects', () => {
    fc.assert(
      fc.property(plainTree, plainTree, (stored, patch) => {
        const once = mergePatch(stored, patch)
        expect(mergePatch(once, patch)).toEqual(once)
      }),
    )
  })
})

function rfc7396(target: JsonValue | undefined, patch: JsonValue): JsonValue {
  if (!isJsonObject(patch)) return patch
  const result = new Map(Object.entries(isJsonObject(target) ? target : {}))
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) result.delete(key)
    else result.set(key, rfc7396(result.get(key), value))
  }
  return Object.fromEntries(result)
}
