import { runtimeLookup } from '@strata/layered-config'
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
