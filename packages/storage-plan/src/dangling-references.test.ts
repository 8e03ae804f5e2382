import type { JsonObject } from '@strata/json'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { danglingInHighest, danglingReferences } from './dangling-references.ts'
import { documentTypes } from './document-types.ts'
import { type LayeredStorage, layeredStorage } from './layered-storage.ts'
import { resolveRoute } from './resolve-route.ts'
import { storageLayers } from './storage.arbitraries.ts'
import { builtInStorage } from './storage-layer.ts'

const s3 = { handler: 's3', settings: { bucket: 'b' } }

function layers(account: JsonObject, system: JsonObject = {}): LayeredStorage {
  return layeredStorage([
    { name: 'built-in', values: builtInStorage },
    { name: 'system', values: system },
    { name: 'account', values: account },
  ])
}

describe(danglingReferences, () => {
  const defining = { attachments: { B: s3 }, connections: { C: { name: 'Second' } } }

  for (const { note, plan, pointers } of [
    {
      note: 'what lower layers define may be named',
      plan: { modb: { attachments: { handler: 'B' }, connection: 'C' } },
      pointers: [],
    },
    { note: 'local is always there', plan: { modb: { types: { fax: { connection: 'local' } } } }, pointers: [] },
    {
      note: 'a class names an unknown back-end',
      plan: { modb: { attachments: { handler: 'x' } } },
      pointers: ['/plan/modb/attachments/handler'],
    },
    {
      note: 'a class names an unknown connection',
      plan: { account: { connection: 'x' } },
      pointers: ['/plan/account/connection'],
    },
    {
      note: 'a type names an unknown back-end; its slash is escaped',
      plan: { modb: { types: { 'd/e': { attachments: { handler: 'x' } } } } },
      pointers: ['/plan/modb/types/d~1e/attachments/handler'],
    },
    {
      note: 'every offender is named',
      plan: { modb: { attachments: { handler: 'x' }, connection: 'y' }, system: { connection: 'z' } },
      pointers: ['/plan/modb/attachments/handler', '/plan/modb/connection', '/plan/system/connection'],
    },
    {
      note: 'names of Object are not defined',
      plan: { modb: { connection: 'constructor' } },
      pointers: ['/plan/modb/connection'],
    },
    {
      note: 'other shapes are left to the schema',
      plan: { modb: { types: [], attachments: 'x', connection: 5 } },
      pointers: [],
    },
  ] satisfies { note: string; plan: JsonObject; pointers: string[] }[]) {
    it(note, () => {
      const found = danglingReferences(layers({ plan }, defining), '4.3')
      expect(found.map(({ pointer }) => pointer).toSorted()).toEqual(pointers)
    })
  }

  it('tells what is missing, who names it and for which rule', () => {
    const plan = { modb: { types: { fax: { attachments: { handler: 'x' } } } } }
    expect(danglingReferences(layers({}, { plan }), '4.3')).toEqual([
      {
        kind: 'undefined-back-end',
        id: 'x',
        pointer: '/plan/modb/types/fax/attachments/handler',
        layer: 'system',
        rule: { planClass: 'modb', type: 'fax' },
      },
    ])
  })

  it('a name that a higher layer overrides does no harm', () => {
    const naming = (handler: string) => ({ plan: { modb: { attachments: { handler } } } })
    expect(danglingReferences(layers({ ...naming('B'), attachments: { B: s3 } }, naming('x')), '4.3')).toEqual([])
  })

  it('without any, no class and no type of an account names something undefined', () => {
    fc.assert(
      fc.property(storageLayers, (documents) => {
        const stack = layeredStorage(documents)
        fc.pre(danglingReferences(stack, '4.3').length === 0)
        for (const planClass of ['modb', 'account', 'yodb'] as const) {
          for (const type of [undefined, ...documentTypes(stack, planClass)]) {
            const kinds = resolveRoute(stack, { planClass, type }).problems.map(({ kind }) => kind)
            expect(kinds.filter((kind) => kind.startsWith('undefined'))).toEqual([])
          }
        }
      }),
    )
  })
})

describe(danglingInHighest, () => {
  it('gives those that the highest layer names', () => {
    fc.assert(
      fc.property(storageLayers, fc.constantFrom('4.3' as const, '5' as const), (all, version) => {
        const storage = layeredStorage(all)
        const own = all.at(-1)?.name
        const sorted = (found: readonly { pointer: string }[]) =>
          [...found].sort((a, b) => (a.pointer < b.pointer ? -1 : 1))
        expect(sorted(danglingInHighest(storage, version))).toEqual(
          sorted(danglingReferences(storage, version).filter(({ layer }) => layer === own)),
        )
      }),
    )
  })

  it('looks at no entry of the layers below but those that are named', () => {
    let looks = 0
    const entry = new Proxy(
      { handler: 's3' },
      {
        get(target, key) {
          looks += 1
          return Reflect.get(target, key)
        },
      },
    )
    const attachments = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`b${index}`, entry]))
    const storage = layers({ plan: { modb: { attachments: { handler: 'b7' } } } }, { attachments })
    expect(danglingInHighest(storage, '4.3')).toEqual([])
    expect(looks).toBeLessThan(10)
  })
})
