import type { JsonObject } from '@strata/json'
import { type BodyShape, members, times } from './filling.ts'

/** Loopback, which no test of a back-end may reach: nothing leaves this machine. */
const url = 'http://127.0.0.1:9/'

export function id(index: number): string {
  return index.toString(16).padStart(32, '0')
}

export function http(settings: JsonObject = {}): JsonObject {
  return { handler: 'http', name: 'Recorder', settings: { url, ...settings } }
}

function types(bytes: number, size: number, rule: (index: number) => JsonObject): JsonObject {
  return { modb: { types: members(bytes, size, (n) => [`type_${n}`, rule(n)]) } }
}

const field = { arg: 'metadata', 'a.b': 1 }

/** Documents that cost their readers much: rules, times settings, times layers. */
const documents: readonly BodyShape[] = [
  {
    name: 'many rules, one back-end',
    make: (bytes) => ({
      attachments: { [id(1)]: http() },
      plan: types(bytes, 70, () => ({ attachments: { handler: id(1) } })),
    }),
  },
  {
    name: 'rules × settings',
    make: (bytes) => ({
      attachments: { [id(1)]: http(members(bytes / 2, 12, (n) => [`s${n}`, n])) },
      plan: types(bytes / 2, 70, () => ({ attachments: { handler: id(1) } })),
    }),
  },
  {
    name: 'rules with an address each × settings',
    make: (bytes) => ({
      attachments: { [id(1)]: http(members(bytes / 2, 12, (n) => [`s${n}`, n])) },
      plan: types(bytes / 2, 110, () => ({ attachments: { handler: id(1), params: { url } } })),
    }),
  },
  {
    name: 'class parameters × rules',
    make: (bytes) => ({
      attachments: { [id(1)]: http() },
      plan: {
        modb: {
          attachments: { handler: id(1), params: members(bytes / 2, 12, (n) => [`s${n}`, n]) },
          types: members(bytes / 2, 30, (n) => [`type_${n}`, { attachments: {} }]),
        },
      },
    }),
  },
  {
    name: 'many back-ends',
    make: (bytes) => ({ attachments: members(bytes, 110, (n) => [id(n), http()]), plan: types(0, 70, () => ({})) }),
  },
  {
    name: 'many wrong back-ends',
    make: (bytes) => ({ attachments: members(bytes, 60, (n) => [id(n), { handler: 's3' }]) }),
  },
  {
    name: 'many connections',
    make: (bytes) => ({
      connections: members(bytes, 130, (n) => [
        id(n),
        { driver: 'kazoo_couch', settings: { ip: '127.0.0.1', port: 9 } },
      ]),
    }),
  },
  {
    name: 'rules that name nothing',
    make: (bytes) => ({ plan: types(bytes, 110, (n) => ({ connection: id(n), attachments: { handler: id(n) } })) }),
  },
  {
    name: 'a long field list',
    make: (bytes) => ({ attachments: { [id(1)]: http({ field_list: times(bytes, 30, () => field) }) } }),
  },
  {
    name: 'a field list × rules',
    make: (bytes) => ({
      attachments: { [id(1)]: http() },
      plan: types(bytes / 2, 30 + bytes / 40, () => ({
        attachments: { handler: id(1), params: { field_list: times(bytes / 40, 30, () => field) } },
      })),
    }),
  },
  {
    name: 'a long address',
    make: (bytes) => ({
      attachments: { [id(1)]: http({ url: `http://${'a.'.repeat(bytes / 4)}/${'%2e/'.repeat(bytes / 8)}` }) },
    }),
  },
  {
    name: 'many database names',
    make: (bytes) => ({
      plan: { modb: { database: { names: times(bytes, 30, (n) => `name-${n}`), create_options: {} } } },
    }),
  },
]

/** Texts that may hold secrets are taken apart. */
const texts: readonly BodyShape[] = [
  {
    name: 'an address of many parameters',
    make: (bytes) => ({ attachments: { [id(1)]: http({ url: `${url}?${'a=b&'.repeat(bytes / 4)}` }) } }),
  },
  {
    name: 'texts of many pairs',
    make: (bytes) => ({ note: members(Math.min(bytes, 95_000), 3900, (n) => [`k${n}`, 'a=b;'.repeat(970)]) }),
  },
]

/** Bodies that cost little by themselves: what they cost is what is stored. */
const changes: readonly BodyShape[] = [
  { name: 'nothing', make: () => ({}) },
  { name: 'one rule', make: () => ({ plan: { modb: { types: { type_1: { attachments: { handler: id(1) } } } } } }) },
  {
    name: 'removals',
    make: (bytes) => ({ plan: { modb: { types: members(bytes, 20, (n) => [`type_${n}`, null]) } } }),
  },
  { name: 'the plan away', make: () => ({ plan: null }) },
]

/** Documents; as drafts, where a route takes those. */
export function storageShapes(route: string): readonly BodyShape[] {
  return asSent([...changes, ...texts, ...documents], route)
}

/** The changes alone. */
export function storageChanges(route: string): readonly BodyShape[] {
  return asSent(changes, route)
}

function asSent(shapes: readonly BodyShape[], route: string): readonly BodyShape[] {
  if (route.startsWith('/v2')) return shapes
  return shapes.map(({ name, make }) => ({
    name,
    make: (bytes) => ({ draft: make(bytes), attachment: id(1), class: 'modb', type: 'type_1' }),
  }))
}
