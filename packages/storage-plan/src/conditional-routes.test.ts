import type { JsonObject } from '@strata/json'
import { describe, expect, it } from 'vitest'
import { brokenByRemoval } from './broken-by-removal.ts'
import { alternativesIn } from './conditional-routes.ts'
import { danglingReferences } from './dangling-references.ts'
import { layeredStorage } from './layered-storage.ts'
import { matchesName } from './name-pattern.ts'
import type { PlanClass } from './plan-rule.ts'
import { resolveRoute } from './resolve-route.ts'
import { builtInStorage, type StorageLayer } from './storage-layer.ts'
import { unusedEntries } from './unused-entries.ts'

const s3 = { handler: 's3', settings: { bucket: 'b' } }
const entries = {
  attachments: { OLD: { ...s3, name: 'Archive' }, NEW: s3 },
  connections: { C1: { name: 'First' }, C2: { name: 'Second' }, C3: { name: 'Third' } },
}
const plan = {
  modb: {
    connection: 'C1',
    secondary_connections: ['C2'],
    range: {
      '202301-202312': { connection: 'C2', attachments: { handler: 'OLD' } },
      '202401-202412': { connection: 'C3' },
    },
    types: { fax: { regex: { '^account/a1': { connection: 'C2', secondary_connections: ['C3'] } } } },
  },
}

function layers(account: JsonObject, system: JsonObject = {}): StorageLayer[] {
  return [
    { name: 'built-in', values: builtInStorage },
    { name: 'system', values: system },
    { name: 'account', values: account },
  ]
}

interface Asked {
  readonly type?: string
  readonly planClass?: PlanClass
  readonly month?: string | undefined
  readonly names?: readonly string[]
}

function ask(
  document: JsonObject,
  { type, planClass = 'modb', month, names = [] }: Asked = {},
  system: JsonObject = {},
) {
  const storage = layeredStorage(layers(document, system))
  return alternativesIn(storage, { month, names, matchesName })(resolveRoute(storage, { planClass, type }))
}

const keysOf = (found: ReturnType<typeof ask>) =>
  found.undecided.flatMap(({ condition, isCertain }) => (condition ? [`${condition.key}${isCertain ? '' : '?'}`] : []))

describe(alternativesIn, () => {
  const document = { ...entries, plan }

  it('tells the rule of the month that is asked about', () => {
    expect(keysOf(ask(document, { month: '202306' }))).toEqual(['202301-202312'])
    expect(keysOf(ask(document, { month: '202506' }))).toEqual([])
  })

  it('of a database without a month tells each of them, as ones that may hold', () =>
    expect(keysOf(ask(document))).toEqual(['202301-202312?', '202401-202412?']))

  it('of a type tells the rules of its class, too', () => {
    const found = ask(document, { type: 'fax', month: '202401', names: ['account/a1/b2/c3-202401'] })
    expect(keysOf(found)).toEqual(['^account/a1', '202401-202412'])
  })

  it('tells what each names, by its name, and who says so', () => {
    const by = (part: string) => ({
      layer: 'account',
      level: 'class',
      pointer: `/plan/modb/range/202301-202312/${part}`,
    })
    expect(ask(document, { month: '202306' }).undecided).toEqual([
      {
        condition: { by: 'range', key: '202301-202312' },
        isCertain: true,
        connection: { id: 'C2', name: 'Second', by: by('connection') },
        backEnd: { id: 'OLD', name: 'Archive', by: by('attachments/handler') },
      },
      {
        condition: undefined,
        isCertain: false,
        connection: expect.objectContaining({ id: 'C1', name: 'First' }),
        backEnd: undefined,
      },
    ])
  })

  it('tells where changes are copied to, by the plain rules and by those that may hold', () => {
    const found = ask(document, { type: 'fax', names: ['account/a1/b2/c3'] })
    expect(found.copies.map(({ id, by }) => [id, by?.pointer])).toEqual([
      ['C2', '/plan/modb/secondary_connections'],
      ['C3', '/plan/modb/types/fax/regex/^account~1a1/secondary_connections'],
    ])
  })

  for (const { note, names, expected } of [
    { note: 'a name that matches', names: ['account/a1/x'], expected: ['^account/a1'] },
    { note: 'a name that does not', names: ['account/b2/x'], expected: [] },
    { note: 'spellings of which one matches', names: ['account/a1/x', 'account%2Fa1%2Fx'], expected: ['^account/a1?'] },
    { note: 'no name', names: [], expected: ['^account/a1?'] },
  ]) {
    it(`by name: ${note}`, () => {
      const regex = { '^account/a1': { connection: 'C2' } }
      expect(keysOf(ask({ ...entries, plan: { account: { regex } } }, { planClass: 'account', names }))).toEqual(
        expected,
      )
    })
  }

  it('a pattern that cannot be read, or months that do not exist, may hold', () => {
    const rules = { regex: { '(?=x)': { connection: 'C1' } }, range: { '202399-202312': { connection: 'C1' } } }
    const found = ask({ ...entries, plan: { modb: rules } }, { month: '202306', names: ['account/a1'] })
    expect(keysOf(found)).toEqual(['202399-202312?', '(?=x)?'])
  })

  it('of many patterns only the first ten are tried, so that nobody is held up', () => {
    const regex = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`no${index}`, { connection: 'C1' }]))
    let tried = 0
    const storage = layeredStorage(layers({ ...entries, plan: { modb: { regex } } }))
    const alternativesOf = alternativesIn(storage, {
      month: undefined,
      names: ['account/a1'],
      matchesName: () => {
        tried += 1
        return false
      },
    })
    const found = alternativesOf(resolveRoute(storage, { planClass: 'modb', type: undefined }))
    expect(tried).toBe(10)
    expect(keysOf(found)).toEqual(['no10?', 'no11?'])
  })

  it('what stands within the rule of a class is looked at once for all its types', () => {
    let asked = 0
    const regex = { a: { connection: 'C1' }, b: { connection: 'C1' } }
    const storage = layeredStorage(layers({ ...entries, plan: { modb: { regex } } }))
    const matchesName = () => {
      asked += 1
      return undefined
    }
    const alternativesOf = alternativesIn(storage, { month: undefined, names: ['account/a1'], matchesName })
    for (const type of ['fax', 'media', 'mine']) {
      expect(alternativesOf(resolveRoute(storage, { planClass: 'modb', type })).undecided).toHaveLength(3)
    }
    expect(asked).toBe(2)
  })

  it('rules of several layers are told together, each as the highest has it', () => {
    const range = { '202301-202312': { connection: 'C1' }, '202302-202303': { connection: 'C3' } }
    const system = { ...entries, plan: { modb: { range } } }
    const found = ask(
      { plan: { modb: { range: { '202301-202312': { connection: 'C2' } } } } },
      { month: '202302' },
      system,
    )
    expect(found.undecided.slice(0, 2).map(({ connection }) => [connection?.id, connection?.by?.layer])).toEqual([
      ['C2', 'account'],
      ['C3', 'system'],
    ])
  })

  it('an undefined name in a rule that may hold, or among the copies, is a problem', () => {
    const rules = { secondary_connections: ['x'], range: { '202301-202312': { attachments: { handler: 'y' } } } }
    expect(ask({ plan: { modb: rules } }, { month: '202306' }).problems.map(({ kind, id }) => [kind, id])).toEqual([
      ['undefined-back-end', 'y'],
      ['undefined-connection', 'x'],
    ])
  })
})

describe('what rules by month and name, and copies, name', () => {
  const document = { ...entries, plan }

  it('is in use for KAZOO 5, and unknown to 4.3', () => {
    const unused = (version: '4.3' | '5') =>
      unusedEntries(layeredStorage(layers(document)), version).map(({ id }) => id)
    expect(unused('5')).toEqual(['NEW'])
    expect(unused('4.3')).toEqual(['OLD', 'NEW', 'C2', 'C3'])
  })

  it('must be defined for KAZOO 5, in every place of the plan', () => {
    const found = (version: '4.3' | '5') =>
      danglingReferences(
        layeredStorage(layers({ plan: { ...plan, account: { range: { a: 1 }, regex: [] } } })),
        version,
      )
    expect(found('4.3').map(({ pointer }) => pointer)).toEqual(['/plan/modb/connection'])
    expect(found('5').map(({ pointer, layer }) => `${layer} ${pointer}`)).toEqual([
      'account /plan/modb/connection',
      'account /plan/modb/secondary_connections/0',
      'account /plan/modb/range/202301-202312/attachments/handler',
      'account /plan/modb/range/202301-202312/connection',
      'account /plan/modb/range/202401-202412/connection',
      'account /plan/modb/types/fax/regex/^account~1a1/connection',
      'account /plan/modb/types/fax/regex/^account~1a1/secondary_connections/0',
    ])
  })

  it('breaks when the entry goes, each place with its rule', () => {
    const broken = brokenByRemoval(layers(document), { map: 'connections', id: 'C3', layer: 'account' }, '5')
    expect(broken.map(({ rule }) => rule.condition?.key)).toEqual(['202401-202412', '^account/a1'])
  })
})
