import type { JsonObject } from '@strata/json'
import { describe, expect, it } from 'vitest'
import { layeredStorage } from './layered-storage.ts'
import type { PlanClass } from './plan-rule.ts'
import { resolveRoute, routeRule, untypedClasses } from './resolve-route.ts'
import { builtInStorage, type StorageLayer, type StorageLayerName } from './storage-layer.ts'
import { plainSettings } from './storage-route.ts'

/** Layers on top of the built-in one, lowest first. */
function stack(documents: Partial<Record<Exclude<StorageLayerName, 'built-in'>, JsonObject>>): StorageLayer[] {
  const order = ['system', 'plan', 'account', 'user'] as const
  return [
    { name: 'built-in', values: builtInStorage },
    ...order.flatMap((name) => {
      const values = documents[name]
      return values === undefined ? [] : [{ name, values }]
    }),
  ]
}

const s3 = { handler: 's3', settings: { bucket: 'sysbkt', key: 'K', secret: 'X' } }
const http = { handler: 'http', settings: { url: 'https://h', folder_base_path: 'base' } }
const system = { attachments: { S: s3 }, plan: { modb: { attachments: { handler: 'S' } } } }
const account = {
  attachments: { H: http },
  plan: { modb: { types: { fax: { attachments: { handler: 'H', params: { folder_path: 'faxes' } } } } } },
}

function route(layers: StorageLayer[], planClass: PlanClass, type?: string) {
  return resolveRoute(layeredStorage(layers), { planClass, type })
}

describe('the worked example', () => {
  for (const { note, layers, planClass, type, expected } of [
    {
      note: 'fax of the month: the HTTP server of the account, said by the type',
      layers: stack({ system, account }),
      planClass: 'modb',
      type: 'fax',
      expected: {
        id: { value: 'H', by: { layer: 'account', level: 'type' } },
        handler: 'http',
        settings: { url: 'https://h', folder_base_path: 'base', folder_path: 'faxes' },
      },
    },
    {
      note: 'voicemail of the month: the bucket of the system, said by the class',
      layers: stack({ system, account }),
      planClass: 'modb',
      type: 'mailbox_message',
      expected: {
        id: { value: 'S', by: { layer: 'system', level: 'class' } },
        handler: 's3',
        settings: { bucket: 'sysbkt', key: 'K', secret: 'X' },
      },
    },
    {
      note: 'media of the account: nowhere else',
      layers: stack({ system, account }),
      planClass: 'account',
      type: 'media',
      expected: undefined,
    },
    {
      note: 'fax of an account without a document: the bucket of the system',
      layers: stack({ system }),
      planClass: 'modb',
      type: 'fax',
      expected: {
        id: { value: 'S', by: { layer: 'system', level: 'class' } },
        handler: 's3',
        settings: { bucket: 'sysbkt', key: 'K', secret: 'X' },
      },
    },
  ] satisfies {
    note: string
    layers: StorageLayer[]
    planClass: PlanClass
    type: string
    expected: object | undefined
  }[]) {
    it(note, () => {
      const { backEnd, connection, problems } = route(layers, planClass, type)
      expect(connection.id.value).toBe('local')
      expect(problems).toEqual([])
      if (expected === undefined || backEnd === undefined) {
        expect(backEnd).toBe(expected)
        return
      }
      expect(backEnd.id).toMatchObject(expected.id)
      expect(backEnd.handler?.value).toBe(expected.handler)
      expect(plainSettings(backEnd)).toEqual(expected.settings)
    })
  }

  it('each part names the layer, the level and the place that decided it', () => {
    const { backEnd, connection } = route(stack({ system, account }), 'modb', 'fax')
    const rule = '/plan/modb/types/fax/attachments'
    expect(connection.id.by).toEqual({ layer: 'built-in', level: 'class', pointer: '/plan/modb/connection' })
    expect(backEnd?.id.by).toEqual({ layer: 'account', level: 'type', pointer: `${rule}/handler` })
    expect(backEnd?.handler?.by).toEqual({ layer: 'account', level: 'entry', pointer: '/attachments/H/handler' })
    expect(backEnd?.params?.by).toEqual({ layer: 'account', level: 'type', pointer: `${rule}/params` })
    expect(backEnd?.mode).toEqual({ value: 'external', by: undefined })
    expect(backEnd?.setting('folder_path')?.by).toEqual({
      layer: 'account',
      level: 'type',
      pointer: `${rule}/params/folder_path`,
    })
    expect(backEnd?.setting('url')?.by).toEqual({
      layer: 'account',
      level: 'entry',
      pointer: '/attachments/H/settings/url',
    })
  })
})

describe('layers', () => {
  const to = (handler: string) => ({ plan: { modb: { attachments: { handler } } } })
  const defining = { attachments: { A: s3, B: s3, C: s3, D: s3 }, ...to('A') }

  for (const { note, layers, expected } of [
    { note: 'the system over what is built in', layers: stack({ system: defining }), expected: ['A', 'system'] },
    { note: 'a plan over the system', layers: stack({ system: defining, plan: to('B') }), expected: ['B', 'plan'] },
    {
      note: 'an account over its plan',
      layers: stack({ system: defining, plan: to('B'), account: to('C') }),
      expected: ['C', 'account'],
    },
    {
      note: 'a user over the account',
      layers: stack({ system: defining, plan: to('B'), account: to('C'), user: to('D') }),
      expected: ['D', 'user'],
    },
    {
      note: 'an empty object takes nothing away',
      layers: stack({ system: defining, account: { plan: { modb: { attachments: {} } } } }),
      expected: ['A', 'system'],
    },
  ]) {
    it(note, () => {
      const { backEnd } = route(layers, 'modb', 'fax')
      expect([backEnd?.id.value, backEnd?.id.by?.layer]).toEqual(expected)
    })
  }

  it('null takes away what a lower layer says', () => {
    const nothing = JSON.parse('{"plan": {"modb": {"attachments": {"handler": null}}}}')
    expect(route(stack({ system: defining, account: nothing }), 'modb', 'fax').backEnd).toBeUndefined()
  })

  it('a setting of a back-end may come from a layer above the one that defines it', () => {
    const eu = { attachments: { A: { settings: { region: 'eu-west-1' } } } }
    const { backEnd } = route(stack({ system: defining, account: eu }), 'modb', 'fax')
    expect(backEnd?.setting('region')).toMatchObject({ value: 'eu-west-1', by: { layer: 'account', level: 'entry' } })
    expect(backEnd?.setting('bucket')).toMatchObject({ value: 'sysbkt', by: { layer: 'system', level: 'entry' } })
  })

  for (const planClass of ['system', 'aggregate'] as const) {
    it(`databases of class ${planClass} hear the system's layers only`, () => {
      const own = { attachments: { H: http }, plan: { [planClass]: { attachments: { handler: 'H' } } } }
      const below = { ...defining, plan: { [planClass]: { attachments: { handler: 'A' } } } }
      const { backEnd } = route(stack({ system: below, plan: own, account: own, user: own }), planClass, 'x')
      expect(backEnd?.id.value).toBe('A')
    })
  }

  it('without a plan for aggregates the one for the system counts', () => {
    const layers = stack({ system: { attachments: { S: s3 }, plan: { system: { attachments: { handler: 'S' } } } } })
    expect(route(layers, 'aggregate', 'fax')).toMatchObject({
      consulted: { planClass: 'system', type: undefined },
      backEnd: { id: { value: 'S' } },
      problems: [],
    })
  })
})

describe('a type and its class', () => {
  const classRule = {
    connection: 'C',
    attachments: { handler: 'S', params: { folder_path: 'all', region: 'eu' }, stub: true },
  }
  const withType = (type: JsonObject) =>
    stack({
      system: {
        attachments: { S: s3, H: http },
        connections: { C: { name: 'Second' }, T: {}, U: { settings: { ip: '192.0.2.7', port: 5984 } } },
        plan: { modb: { ...classRule, types: { fax: type } } },
      },
    })

  for (const { note, type, expected } of [
    {
      note: 'a type without a rule: all is of the class',
      type: { connection: 5 },
      expected: { connection: 'C', id: 'S', mode: 'stub', folder: 'all', region: 'eu' },
    },
    {
      note: 'its connection counts by itself',
      type: { connection: 'U' },
      expected: { connection: 'U', id: 'S', mode: 'stub', folder: 'all', region: 'eu' },
    },
    {
      note: 'its handler counts by itself: params and stub stay those of the class',
      type: { attachments: { handler: 'H' } },
      expected: { connection: 'C', id: 'H', mode: 'stub', folder: 'all', region: 'eu' },
    },
    {
      note: 'its params replace those of the class as a whole',
      type: { attachments: { params: { folder_path: 'faxes' } } },
      expected: { connection: 'C', id: 'S', mode: 'stub', folder: 'faxes', region: undefined },
    },
    {
      note: 'its stub counts by itself',
      type: { attachments: { stub: false } },
      expected: { connection: 'C', id: 'S', mode: 'external', folder: 'all', region: 'eu' },
    },
    {
      note: 'only true makes a stub',
      type: { attachments: { stub: 'true' } },
      expected: { connection: 'C', id: 'S', mode: 'external', folder: 'all', region: 'eu' },
    },
  ]) {
    it(note, () => {
      const { backEnd, connection } = route(withType(type), 'modb', 'fax')
      expect({
        connection: connection.id.value,
        id: backEnd?.id.value,
        mode: backEnd?.mode.value,
        folder: backEnd?.setting('folder_path')?.value,
        region: backEnd?.setting('region')?.value,
      }).toEqual(expected)
    })
  }

  it('params lie over the settings of the back-end, key by key', () => {
    const { backEnd } = route(withType({ attachments: { params: { bucket: 'faxes' } } }), 'modb', 'fax')
    expect(backEnd && plainSettings(backEnd)).toEqual({ bucket: 'faxes', key: 'K', secret: 'X' })
    expect(backEnd?.setting('bucket')?.by?.level).toBe('type')
    expect(backEnd?.setting('key')?.by?.level).toBe('entry')
  })

  it('a connection is told with its name and address', () => {
    expect(route(withType({}), 'modb', 'media').connection.name?.value).toBe('Second')
    const { host, port } = route(withType({ connection: 'U' }), 'modb', 'fax').connection
    expect([host?.value, port?.value]).toEqual(['192.0.2.7', 5984])
  })

  it('without a connection anywhere it is the local one, and nobody decided it', () => {
    const { connection, problems } = route(
      stack({ system: { plan: { aggregate: { types: { x: { connection: 'C' } } } } } }),
      'aggregate',
      'y',
    )
    expect([connection.id, problems]).toEqual([{ value: 'local', by: undefined }, []])
  })

  it('options of the class are told: how databases are made, and which ones', () => {
    const database = { create_options: { q: 4 }, names: ['a', 'b'] }
    expect(route(stack({ system: { plan: { modb: { database } } } }), 'modb', 'fax').database).toMatchObject({
      createOptions: { value: { q: 4 }, by: { layer: 'system', pointer: '/plan/modb/database/create_options' } },
      names: { value: ['a', 'b'], by: { layer: 'system', pointer: '/plan/modb/database/names' } },
    })
  })
})

describe('what KAZOO would fail on is told', () => {
  const parse = (text: string): JsonObject => JSON.parse(text)
  for (const { note, document, problems } of [
    {
      note: 'a rule of a type names a back-end that no layer defines',
      document: { plan: { modb: { types: { fax: { attachments: { handler: 'gone' } } } } } },
      problems: [
        {
          kind: 'undefined-back-end',
          id: 'gone',
          pointer: '/plan/modb/types/fax/attachments/handler',
          layer: 'account',
        },
      ],
    },
    {
      note: 'a rule of a class names a connection that no layer defines',
      document: { plan: { modb: { connection: 'gone' } } },
      problems: [{ kind: 'undefined-connection', id: 'gone', pointer: '/plan/modb/connection', layer: 'account' }],
    },
    {
      note: 'names of Object are not defined',
      document: { plan: { modb: { connection: 'constructor', attachments: { handler: 'toString' } } } },
      problems: [
        { kind: 'undefined-connection', id: 'constructor', pointer: '/plan/modb/connection', layer: 'account' },
        { kind: 'undefined-back-end', id: 'toString', pointer: '/plan/modb/attachments/handler', layer: 'account' },
      ],
    },
    {
      note: 'a name that is no text defines nothing',
      document: { attachments: { '7': s3 }, plan: { modb: { attachments: { handler: 8 } } } },
      problems: [{ kind: 'undefined-back-end', id: '8', pointer: '/plan/modb/attachments/handler', layer: 'account' }],
    },
    {
      note: 'a back-end without settings: empty ones vanish in the merge',
      document: {
        attachments: { B: { handler: 'http', settings: {} } },
        plan: { modb: { attachments: { handler: 'B' } } },
      },
      problems: [{ kind: 'incomplete-back-end', id: 'B', pointer: '/attachments/B/settings', layer: 'account' }],
    },
    {
      note: 'a back-end without a handler',
      document: { attachments: { B: { settings: { a: 1 } } }, plan: { modb: { attachments: { handler: 'B' } } } },
      problems: [{ kind: 'incomplete-back-end', id: 'B', pointer: '/attachments/B/handler', layer: 'account' }],
    },
    {
      note: 'a class that a layer took out of the plan',
      document: parse('{"plan": {"modb": null}}'),
      problems: [{ kind: 'no-plan', id: 'modb', pointer: '/plan/modb', layer: undefined }],
    },
  ] satisfies { note: string; document: JsonObject; problems: object[] }[]) {
    it(note, () => expect(route(stack({ account: document }), 'modb', 'fax').problems).toEqual(problems))
  }

  it('what a higher layer mends is no problem', () => {
    const user = { attachments: { gone: http } }
    const below = { plan: { modb: { attachments: { handler: 'gone' } } } }
    expect(route(stack({ account: below }), 'modb', 'fax').problems).toHaveLength(1)
    expect(route(stack({ account: below, user }), 'modb', 'fax').problems).toEqual([])
  })

  it('a dangling back-end still shows what the rule says', () => {
    const document = { plan: { modb: { attachments: { handler: 'gone', params: { folder_path: 'f' } } } } }
    const { backEnd } = route(stack({ account: document }), 'modb', 'fax')
    expect(backEnd).toMatchObject({ id: { value: 'gone' }, handler: undefined })
    expect(backEnd && plainSettings(backEnd)).toEqual({ folder_path: 'f' })
  })
})

describe(untypedClasses, () => {
  const to = (planClass: string, rule: JsonObject | null) => ({ plan: { [planClass]: rule } })
  const problem = (planClass: PlanClass, layer: StorageLayerName) => ({
    kind: 'no-types',
    id: planClass,
    pointer: `/plan/${planClass}`,
    layer,
  })

  for (const { note, documents, expected } of [
    { note: 'none of the built-in ones', documents: {}, expected: [] },
    {
      note: 'a plan for aggregates with a connection alone',
      documents: { system: to('aggregate', { connection: 'local' }) },
      expected: [problem('aggregate', 'system')],
    },
    {
      note: 'with types that hold nothing, which vanish',
      documents: { system: to('aggregate', { connection: 'local', types: {} }) },
      expected: [problem('aggregate', 'system')],
    },
    {
      note: 'not with a rule for one type',
      documents: { system: to('aggregate', { connection: 'local', types: { fax: { connection: 'local' } } }) },
      expected: [],
    },
    {
      note: 'not of an account, which has no say in aggregates',
      documents: { account: to('aggregate', { connection: 'local' }) },
      expected: [],
    },
    {
      note: 'a class whose types a layer takes away',
      documents: { system: to('modb', { connection: 'local' }), account: to('modb', { types: null }) },
      expected: [problem('modb', 'account')],
    },
    {
      note: 'not where a layer above puts some back',
      documents: {
        plan: to('modb', { types: null }),
        account: to('modb', { types: { fax: { connection: 'local' } } }),
      },
      expected: [],
    },
    {
      note: 'types that are no object',
      documents: { system: to('system', { types: [] }) },
      expected: [problem('system', 'system')],
    },
    { note: 'not a class that is taken away as a whole', documents: { account: to('modb', null) }, expected: [] },
  ] satisfies { note: string; documents: Parameters<typeof stack>[0]; expected: object[] }[]) {
    it(note, () => expect(untypedClasses(layeredStorage(stack(documents)))).toEqual(expected))
  }

  it('is told by every route of the class', () => {
    const layers = stack({ system: to('aggregate', { connection: 'local' }) })
    for (const type of [undefined, 'fax']) {
      expect(route(layers, 'aggregate', type).problems).toEqual([problem('aggregate', 'system')])
    }
    expect(route(layers, 'system').problems).toEqual([])
  })
})

describe(routeRule, () => {
  for (const [planClass, type] of [
    ['modb', 'fax'],
    ['modb', 'media'],
    ['account', 'media'],
    ['aggregate', 'fax'],
  ] as const) {
    it(`says of ${planClass} ${type} what its route says`, () => {
      const layers = stack({ system, account })
      const { connection, backEnd } = route(layers, planClass, type)
      const rule = routeRule(layeredStorage(layers), { planClass, type })
      expect(rule.connection()).toEqual(connection.id.by === undefined ? undefined : connection.id)
      expect(rule.attachments('handler')).toEqual(backEnd?.id)
      expect(rule.attachments('params')).toEqual(backEnd?.params)
    })
  }
})
