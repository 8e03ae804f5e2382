import {
  deepEqual,
  formatPointer,
  getAt,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  parsePointer,
} from '@strata/json'
import { isStorageSecret, secretLeaves } from '@strata/kazoo-schemas'
import {
  builtInStorage,
  conditionalRulesIn,
  mergedStorage,
  planClasses,
  planRules,
  rulePointer,
  type StorageLayer,
  type StoredRule,
} from '@strata/storage-plan'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dottedPath } from '#bff/errors/dotted-path.ts'
import { borrowedSecrets } from './borrowed-secrets.ts'
import { exposedSecrets } from './exposed-secrets.ts'

/** Few names, so that layers share entries; some are traps for code that assigns keys. */
const ids = fc.constantFrom('b1', 'b2', 'local', 'd/e', '__proto__')
const odd = fc.constantFrom<JsonValue>(null, {}, [], ['x'], [{ password: 'p' }], 5, 'x', { settings: ['p'] })
const addresses = ['url', 'host', 'port'] as const
const scalar = fc.constantFrom<JsonValue>('x', 'y', 5, '', null, 'https://u:p@h.example/?api_key=k')
const value = fc.oneof(
  { weight: 3, arbitrary: scalar },
  fc.constantFrom<JsonValue>(['t'], ['t', 'u'], { password: 'p' }, { 0: 't' }, { key: 'k', tokens: ['t'] }, {}),
)
const settings = fc
  .tuple(
    object(fc.constantFrom('key', 'secret', 'password', 'tokens', 'credentials', 'bucket', '__proto__'), value),
    object(fc.constantFrom(...addresses), scalar),
  )
  .map(([some, said]): JsonObject => ({ ...some, ...said }))
const handler = fc.constantFrom<JsonValue>('s3', 'http', 'azure', 7)
const entry = mostly(fc.record({ handler, settings: mostly(settings) }, { requiredKeys: [] }))
const entries = mostly(object(ids, entry))
const attachments = mostly(
  fc.record({ handler: fc.oneof({ weight: 6, arbitrary: ids }, odd), params: mostly(settings) }, { requiredKeys: [] }),
)
const conditional = mostly(fc.record({ attachments }))
const conditions = object(fc.constantFrom('202301-202312', 'a/b'), conditional, 1)
const typeRule = mostly(
  fc.record({ attachments, range: fc.option(conditions, { nil: {} }) }, { requiredKeys: ['attachments'] }),
)
const classRule = mostly(
  fc.record(
    { attachments, types: mostly(object(fc.constantFrom('fax', '__proto__'), typeRule)), regex: conditions },
    { requiredKeys: ['attachments'] },
  ),
)
const plan = mostly(object(fc.constantFrom('modb', 'account', 'system', 'invented'), classRule))
const document: fc.Arbitrary<JsonObject> = fc.record(
  { attachments: entries, connections: entries, plan },
  { requiredKeys: [] },
)

/** The built-in layer and two others, with a document above them. */
const stack = fc
  .tuple(document, document, document)
  .map(([system, reseller, own]): { below: StorageLayer[]; own: JsonObject } => ({
    below: [
      { name: 'built-in', values: builtInStorage },
      { name: 'system', values: system },
      { name: 'plan', values: reseller },
    ],
    own,
  }))

describe(borrowedSecrets, () => {
  it('finds what merging everything and looking at all of it finds', () => {
    fc.assert(
      fc.property(stack, ({ below, own }) => {
        expect(Object.keys(borrowedSecrets(own, below, 'account')).sort()).toEqual(plainlyBorrowed(own, below))
      }),
      { numRuns: 1000 },
    )
  })

  it('looks at no other entries of the layers below than those that the document defines', () => {
    const looks = { count: 0 }
    const lent = { handler: 's3', settings: { bucket: 'b', key: 'k', secret: 'invented' } }
    const watched = new Proxy(lent, {
      get(target, key) {
        looks.count += 1
        return Reflect.get(target, key)
      },
    })
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`b${index}`, watched]))
    const below: StorageLayer[] = [{ name: 'plan', values: { attachments: many, connections: many } }]
    const defining = { attachments: { b7: { handler: 's3', settings: {} } }, connections: { b8: {} } }
    expect(Object.keys(borrowedSecrets(defining, below, 'account'))).toEqual(['connections.b8', 'attachments.b7'])
    expect(looks.count).toBeLessThan(50)
  })

  it('refuses every address in params above a layer that holds far more than may be', () => {
    const types = Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`t${index}`, { connection: 'local' }]))
    const below: StorageLayer[] = [{ name: 'plan', values: { plan: { modb: { types } } } }]
    const mine = { handler: 'http', settings: { url: 'https://a.example' } }
    const rule = { attachments: { handler: 'mine', params: { url: 'https://b.example', folder_path: 'f' } } }
    const above = { attachments: { mine }, plan: { modb: { ...rule, range: { '202301-202312': rule } } } }
    expect(Object.keys(borrowedSecrets(above, below, 'account'))).toEqual([
      'plan.modb.attachments.params.url',
      'plan.modb.range.202301-202312.attachments.params.url',
    ])
    expect(borrowedSecrets({ attachments: { mine } }, below, 'account')).toEqual({})
  })
})

describe(exposedSecrets, () => {
  it('finds what looking at all that is stored finds', () => {
    const changed = fc.tuple(document, document, fc.boolean()).map(([stored, other, isSame]) => ({
      stored,
      next: isSame
        ? { ...stored, ...(other.connections === undefined ? other : { attachments: other.attachments }) }
        : other,
    }))
    fc.assert(
      fc.property(changed, ({ stored, next }) => {
        const found = Object.keys(exposedSecrets(stored, next as JsonObject)).sort()
        expect(found).toEqual(plainlyExposed(stored, next as JsonObject))
      }),
      { numRuns: 1000 },
    )
  })
})

/** With everything merged, and every pair of a rule that gives an address and one that names a back-end looked at. */
function plainlyBorrowed(own: JsonObject, below: readonly StorageLayer[]): string[] {
  const secrets = secretLeaves(mergedStorage(below), isStorageSecret)
  const defined = (map: 'attachments' | 'connections') =>
    Object.entries(objectOf(own[map])).flatMap(([id, each]) => (isJsonObject(each) ? [[map, id]] : []))
  const lent = (path: string[]) => secrets.filter((pointer) => pointer.startsWith(`${formatPointer(path)}/`))
  const connections = defined('connections').filter((path) => lent(path).length > 0)
  const backEnds = defined('attachments').filter((path) => lent(path).some((at) => getAt(own, at) === undefined))

  const merged = mergedStorage([...below, { name: 'account', values: own }])
  const rules = planRules(merged).filter(
    ({ planClass }) => (planClasses as readonly string[]).includes(planClass) && !/system|aggregate/.test(planClass),
  )
  const sent = rules.flatMap((rule) => {
    const line = [rule, ...conditionalRulesIn(rule)]
    const ofClass = rule.type === undefined ? undefined : rules.find((each) => isClassOf(each, rule))
    const classLine = ofClass === undefined ? [] : [ofClass, ...conditionalRulesIn(ofClass)]
    const all = [...line, ...classLine]
    const isKazoo5 = line.length > 1 || classLine.length > 1
    const giving = all.filter(({ content }) => attachmentsOf(content).params !== undefined)
    const using = all.filter(({ content }) => attachmentsOf(content).handler !== undefined)
    const pairs = (isKazoo5 ? giving : giving.slice(0, 1)).flatMap((gives) =>
      (isKazoo5 ? using : using.slice(0, 1)).map((uses) => [gives, uses] as const),
    )
    return pairs.flatMap(([gives, uses]) => sentElsewhere(gives, uses, own, merged))
  })
  return [...new Set([...connections, ...backEnds, ...sent.map(parsePointer)].map(dottedPath))].sort()
}

function isClassOf(each: StoredRule, rule: StoredRule): boolean {
  return each.planClass === rule.planClass && each.type === undefined
}

/** The addresses that the document says in one rule, where the back-end of the other has a secret that it does not say. */
function sentElsewhere(gives: StoredRule, uses: StoredRule, own: JsonObject, merged: JsonObject): string[] {
  const params = `${rulePointer(gives)}/attachments/params`
  const id = attachmentsOf(uses.content).handler
  if (typeof id !== 'string') return []
  const says = (pointer: string) => ['string', 'number'].includes(typeof getAt(own, pointer))
  const over = objectOf(getAt(merged, params))
  const at = formatPointer(['attachments', id, 'settings'])
  const parts = [
    ...Object.entries(objectOf(getAt(merged, at)))
      .filter(([name]) => !Object.hasOwn(over, name))
      .map(([name, part]) => ({ name, part, from: at })),
    ...Object.entries(over).map(([name, part]) => ({ name, part, from: params })),
  ]
  const lent = parts.some(({ name, part, from }) =>
    secretPaths(part, ['attachments', id, 'settings', name], merged).some(
      (path) => !says(from + formatPointer(path.slice(3))),
    ),
  )
  return lent ? addresses.map((name) => `${params}/${name}`).filter(says) : []
}

function secretPaths(part: JsonValue, path: string[], merged: JsonObject): string[][] {
  if (typeof part !== 'object' || part === null) return isStorageSecret(path, part, merged) ? [path] : []
  return Object.entries(part).flatMap(([key, child]) => secretPaths(child, [...path, key], merged))
}

function plainlyExposed(stored: JsonObject, next: JsonObject): string[] {
  return secretLeaves(stored, isStorageSecret)
    .filter((pointer) => getAt(next, pointer) === getAt(stored, pointer))
    .map(parsePointer)
    .filter(([map = '', id = '', ...rest]) => {
      const path = [map, id, ...rest]
      const moved = ['ip', 'port'].some((name) => {
        const at = formatPointer([map, id, 'settings', name])
        return !deepEqual(getAt(stored, at) ?? null, getAt(next, at) ?? null)
      })
      const kept = getAt(next, formatPointer(path)) ?? null
      return !isStorageSecret(path, kept, next) || (map === 'connections' && moved)
    })
    .map(dottedPath)
    .sort()
}

function attachmentsOf({ attachments: said }: JsonObject): JsonObject {
  return objectOf(said)
}

function objectOf(some: JsonValue | undefined): JsonObject {
  return isJsonObject(some) ? some : {}
}

/** A value, or now and then something of another kind. */
function mostly(arbitrary: fc.Arbitrary<JsonValue>): fc.Arbitrary<JsonValue> {
  return fc.oneof({ weight: 9, arbitrary }, odd)
}

function object(key: fc.Arbitrary<string>, child: fc.Arbitrary<JsonValue>, maxLength = 3): fc.Arbitrary<JsonObject> {
  return fc
    .uniqueArray(fc.tuple(key, child), { selector: ([name]) => name, maxLength })
    .map((members): JsonObject => Object.fromEntries(members))
}
