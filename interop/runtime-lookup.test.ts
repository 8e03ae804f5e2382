import { isReadByNobody, keyOfPlace, runtimeLookup } from '@strata/layered-config'
import { describe, expect, it } from 'vitest'

const node = 'kazoo_apps@host'
const worked = { default: { b: { c: 20 } }, z1: { a: 5 }, [node]: { b: { d: 30 } } }

/** What `kapps_config:get/4` gave on a node of zone `z1`. */
describe('what a node reads at a key', () => {
  for (const { pointer, kazoo } of [
    { pointer: '/a', kazoo: 5 },
    { pointer: '/b/c', kazoo: 20 },
    { pointer: '/b/d', kazoo: 30 },
    { pointer: '/b', kazoo: { d: 30 } },
    { pointer: '/c', kazoo: undefined },
  ]) {
    it(`${pointer} is ${JSON.stringify(kazoo) ?? "KAZOO's built-in"}`, () =>
      expect(runtimeLookup(worked, { node, zone: 'z1', pointer })?.value).toEqual(kazoo))
  }
})

/**
 * `token_buckets` reads `[default, max_bucket_tokens]`. A path that begins with `default` counts as one that names the
 * section already; in the sections of zones and nodes it is read as written.
 */
describe('what a node reads at a key that begins with default', () => {
  const pointer = '/default/max_bucket_tokens'
  for (const { note, sections, kazoo } of [
    {
      note: 'not below a default of the section default',
      sections: { default: { default: { max_bucket_tokens: 7 } } },
    },
    { note: 'in the section default, without that key', sections: { default: { max_bucket_tokens: 55 } }, kazoo: 55 },
    {
      note: 'in a node as written',
      sections: { default: { max_bucket_tokens: 55 }, [node]: { default: { max_bucket_tokens: 9 } } },
      kazoo: 9,
    },
    {
      note: 'in a zone as written',
      sections: { default: { max_bucket_tokens: 55 }, z1: { default: { max_bucket_tokens: 8 }, max_bucket_tokens: 1 } },
      kazoo: 8,
    },
  ]) {
    it(`${note}: ${kazoo ?? "KAZOO's built-in"}`, () =>
      expect(runtimeLookup(sections, { node, zone: 'z1', pointer })?.value).toEqual(kazoo))
  }

  it('Strata tells the place that is read from the one that is not', () => {
    const isDeclared = (key: string) => key === '/default' || key === pointer
    expect(keyOfPlace('default', '/max_bucket_tokens', isDeclared)).toBe(pointer)
    expect(isReadByNobody('default', pointer)).toBe(true)
  })
})
