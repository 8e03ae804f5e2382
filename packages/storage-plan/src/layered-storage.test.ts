import type { JsonObject } from '@strata/json'
import { describe, expect, it } from 'vitest'
import { danglingReferences } from './dangling-references.ts'
import { layeredStorage } from './layered-storage.ts'
import { resolveRoute } from './resolve-route.ts'
import { builtInStorage } from './storage-layer.ts'

/** A document that counts how often any of its keys is looked at. */
function counted(document: JsonObject): { document: JsonObject; looks: () => number } {
  let looks = 0
  const watch = (value: JsonObject): JsonObject =>
    new Proxy(value, {
      get(target, key) {
        looks += 1
        const child = Reflect.get(target, key)
        return typeof child === 'object' && child !== null ? watch(child) : child
      },
    })
  return { document: watch(document), looks: () => looks }
}

const many = <Value>(count: number, value: (index: number) => Value) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, value(index)]))

/** How many keys are looked at to ask where each of so many types goes, and under which folder. */
function looksFor(document: JsonObject, types: number): number {
  const { document: values, looks } = counted(document)
  const storage = layeredStorage([
    { name: 'built-in', values: builtInStorage },
    { name: 'account', values },
  ])
  for (let index = 0; index < types; index += 1) {
    resolveRoute(storage, { planClass: 'modb', type: `k${index}` }).backEnd?.setting('folder_path')
  }
  return looks()
}

describe(layeredStorage, () => {
  const document = (settings: number, params: number, types: number): JsonObject => ({
    attachments: { B: { handler: 's3', settings: many(settings, String) } },
    plan: {
      modb: {
        attachments: { handler: 'B', params: many(params, String) },
        types: many(types, () => ({ connection: 'local' })),
      },
    },
  })

  it('looks at the settings of a back-end once, however many rules send files there', () => {
    const one = looksFor(document(2000, 0, 100), 1)
    const hundred = looksFor(document(2000, 0, 100), 100)
    expect(hundred - one).toBeLessThan(100 * 100)
  })

  it('looks at the params of a class once, however many types go by them', () => {
    const one = looksFor(document(0, 2000, 100), 1)
    const hundred = looksFor(document(0, 2000, 100), 100)
    expect(hundred - one).toBeLessThan(100 * 100)
  })

  it('looks at no rule of the types that are not asked about', () => {
    expect(looksFor(document(0, 0, 20_000), 10)).toBe(looksFor(document(0, 0, 10), 10))
  })

  it('finds what dangles by as many looks as there are rules, give or take a few', () => {
    const looks = (types: number) => {
      const { document: values, looks: count } = counted({
        plan: { modb: { types: many(types, () => ({ attachments: { handler: 'gone' }, connection: 'local' })) } },
      })
      danglingReferences(
        layeredStorage([
          { name: 'built-in', values: builtInStorage },
          { name: 'account', values },
        ]),
        '4.3',
      )
      return count()
    }
    expect(looks(2000) / looks(1000)).toBeLessThan(2.1)
  })
})
