import type { JsonObject, JsonValue } from '@strata/json'
import { describe, expect, it } from 'vitest'
import { danglingReferences } from './dangling-references.ts'
import { layeredStorage } from './layered-storage.ts'
import type { StorageLayer } from './storage-layer.ts'
import { limitExcesses, storageLimits } from './storage-limits.ts'
import { withinLimits } from './within-limits.ts'

const many = (count: number, value: (index: number) => JsonValue): JsonObject =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, value(index)]))
const layer = (name: StorageLayer['name'], values: JsonObject): StorageLayer => ({ name, values })

const entry = { handler: 'http', settings: { url: 'https://x.example' } }
const toEntry = (index: number) => ({ attachments: { handler: `k${index}` } })
const large = layer('account', {
  attachments: many(1000, () => entry),
  plan: { modb: { stub: false, types: many(1000, (index) => toEntry(999 - index)) } },
})

describe(withinLimits, () => {
  it('tells documents within their limits whole', () => {
    const layers = [layer('system', { attachments: { A: entry }, note: 1 })]
    expect(withinLimits(layers)).toEqual({ layers, truncated: undefined })
  })

  it('tells the first types of a class, and how many rules there are', () => {
    const { layers, truncated } = withinLimits([large])
    expect(truncated).toEqual({ rules: 1001, shown: 101 })
    const types = layeredStorage(layers).merged.plan as { modb: { types: JsonObject } }
    expect(Object.keys(types.modb.types)).toEqual(Object.keys(many(storageLimits.types, () => 1)))
  })

  it('tells the rule of a type that is asked about', () => {
    const { layers } = withinLimits([large], ['k900'])
    expect(layeredStorage(layers).isDefined('/plan/modb/types/k900/attachments')).toBe(true)
  })

  it('tells what a told rule names, in whatever layer it lies: nothing dangles for want of it', () => {
    const below = layer('system', { attachments: many(1000, () => entry) })
    const above = layer('account', { plan: { modb: { types: many(300, (index) => toEntry(999 - index)) } } })
    for (const layers of [[large], [below, above]]) {
      expect(danglingReferences(layeredStorage(withinLimits(layers).layers), '5')).toEqual([])
    }
  })

  it.each([
    { note: 'settings', values: { attachments: { A: { settings: many(50_000, () => 'x') } } } },
    { note: 'params', values: { plan: { modb: { attachments: { params: many(50_000, () => 'x') } } } } },
    { note: 'items', values: { attachments: { A: { settings: { field_list: Array(50_000).fill({ arg: 'id' }) } } } } },
    { note: 'classes', values: { plan: many(1000, () => ({ types: many(50, () => ({ connection: 'gone' })) })) } },
    { note: 'letters', values: { connections: many(50, () => ({ name: 'x'.repeat(100_000) })) } },
  ])('of too many $note only as many as may be', ({ values }) => {
    const [told] = withinLimits([layer('account', values)]).layers
    expect(limitExcesses(told?.values ?? {}, undefined)).toEqual([])
  })
})
