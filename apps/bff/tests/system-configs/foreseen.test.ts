import type { DryRun, NodeGroup, RuntimeReading, StoredChange } from '@strata/api-types'
import type { JsonObject, JsonValue } from '@strata/json'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { proofTimeout, roundsOf } from '../../../../scripts/rounds.ts'
import type { Client } from '../_app.ts'
import { startEmbedded } from '../_stores.ts'
import { type ConfigApp, startConfigApp } from './_configs.ts'

// The oracle: what nodes read, by KAZOO's own description and nothing of ours. A document is asked node → zone →
// `default`, for one key at a time; the first that has anything there answers.

/** Keys of the demo schema as KAZOO reads them: the members of `b` one by one, everything else whole. */
const readKeys = [['a'], ['b', 'c'], ['b', 'd'], ['b', 'x'], ['flag'], ['list'], ['map'], ['free']]

function lookUp(document: JsonObject, chain: readonly (string | null)[], path: readonly string[]) {
  for (const section of chain) {
    let value: JsonValue | undefined = section === null ? undefined : own(document, section)
    for (const key of path) value = own(value, key)
    if (value !== undefined) return { section, value }
  }
  return undefined
}

function own(value: JsonValue | undefined, key: string): JsonValue | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return Object.hasOwn(value, key) ? value[key] : undefined
}

/** The value with the keys of all objects in one order. */
function canonical(value: JsonValue | undefined): string {
  return (
    JSON.stringify(value, (_key, inner: JsonValue) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) ?? 'nothing'
  )
}

/** n1 and n2 are in z1, n3 in z2; of `lost` nobody knows. `stranger` is not known at all. */
const zoneOf: Record<string, string | null> = { 'app@n1': 'z1', 'app@n2': 'z1', 'app@n3': 'z2', 'app@lost': null }
const zones = ['z1', 'z2', 'us-east']

const scalar = fc.constantFrom<JsonValue>(1, 2, 5, 0)
const valuesFor: Record<string, fc.Arbitrary<JsonValue>> = {
  '/a': scalar,
  '/b': fc.constantFrom<JsonValue>({}, { c: 2 }, { c: 7, d: 3 }),
  '/b/c': scalar,
  '/b/d': fc.constantFrom<JsonValue>(3, 4),
  '/b/x': fc.constantFrom<JsonValue>(null, 'x', {}),
  '/flag': fc.boolean(),
  '/list': fc.constantFrom<JsonValue>([], ['x'], ['x', 'y']),
  '/map': fc.constantFrom<JsonValue>({}, { x: 1 }, { x: 1, y: { z: null } }),
  '/map/x': fc.constantFrom<JsonValue>(1, null, {}),
  '/free': fc.constantFrom<JsonValue>(null, {}, 'x', { y: 1 }, 5),
  '/free/y': fc.constantFrom<JsonValue>(1, null),
}
const section = fc.constantFrom('default', ...zones, ...Object.keys(zoneOf), 'app@stray')
const pointer = fc.constantFrom(...Object.keys(valuesFor))

const operation: fc.Arbitrary<JsonObject> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(section, pointer, fc.boolean())
      .chain(([where, at, pin]) =>
        (valuesFor[at] ?? scalar).map(
          (value): JsonObject => ({ section: where, pointer: at, op: 'set', value, ...(pin ? { pin } : {}) }),
        ),
      ),
  },
  { weight: 3, arbitrary: fc.record({ section, pointer, op: fc.constant('remove') }) },
  { weight: 1, arbitrary: fc.record({ section, pointer: fc.constant(''), op: fc.constant('remove') }) },
  {
    weight: 1,
    arbitrary: fc.record({ section, pointer: fc.constant(''), op: fc.constant('set'), value: fc.constant({}) }),
  },
)

/** A document as it may have grown: anything stored, noise and nulls included. */
const documents = fc
  .array(
    fc
      .tuple(
        section,
        pointer.filter((at) => at.lastIndexOf('/') === 0),
      )
      .chain(([where, at]) => (valuesFor[at] ?? scalar).map((value) => [where, at.slice(1), value] as const)),
    { maxLength: 14 },
  )
  .map((leaves) => {
    const document: Record<string, JsonObject> = {}
    for (const [where, key, value] of leaves) document[where] = { ...document[where], [key]: value }
    return document
  })

describe('what a dry run foresees is what the save then does', () => {
  let app: ConfigApp
  let admin: Client
  let category: string
  beforeAll(async () => {
    app = await startConfigApp(startEmbedded)
    admin = app.as('superduper')
    category = await app.category()
    await admin.post('/console/topology', { base_revision: null, nodes: zoneOf })
  })
  afterAll(() => app.stop())

  it(
    'for random edits: the stored keys, and for each node what it reads before and after',
    async () => {
      let made = 0
      let felt = 0
      let supposed = 0
      await fc.assert(
        fc.asyncProperty(documents, fc.array(operation, { minLength: 1, maxLength: 4 }), async (stored, operations) => {
          const revision = await put(stored)
          const body = { base_revision: revision, operations }
          const foreseen = await admin.post(`/console/system_configs/${category}/dry_run`, body)
          expect(await document(stored)).toEqual(stored)
          const saved = await admin.post(`/console/system_configs/${category}`, body)
          expect(foreseen.status).toBe(saved.status)
          const after = await document(stored)
          if (saved.status !== 200) {
            expect([foreseen.body.data, after]).toEqual([saved.body.data, stored])
            return
          }
          const run = foreseen.body.data as unknown as DryRun
          expect(applied(stored, run.stored)).toBe(canonical(withoutEmpty(after)))
          made += run.stored.length > 0 ? 1 : 0
          felt += checkReadings(run, stored, after)
          supposed += run.effects
            .flatMap(({ changed }) => changed)
            .filter(({ zone_is: is }) => is === 'supposed').length
        }),
        { numRuns: roundsOf('apps/bff/tests/system-configs/foreseen.test.ts') },
      )
      // The edits are not all without consequence.
      expect(made).toBeGreaterThan(100)
      expect(felt).toBeGreaterThan(200)
      expect(supposed).toBeGreaterThan(20)
    },
    proofTimeout,
  )

  /** Stores a document behind the server's back. */
  async function put(fields: JsonObject): Promise<string> {
    const configs = app.store.database('system_config')
    const revision = (await configs.get(category))?.revision
    return configs.put({
      id: category,
      fields,
      private: { type: 'config' },
      ...(revision === undefined ? {} : { revision }),
    })
  }

  /** As it is stored: read over `/v2`, where only `default` shows more in the whole document. */
  async function document(before: JsonObject): Promise<JsonObject> {
    const [whole, shared] = await Promise.all([
      admin.get(`/v2/system_configs/${category}`),
      admin.get(`/v2/system_configs/${category}/default`),
    ])
    const { id, default: _, ...others } = whole.body.data as JsonObject
    const { id: __, ...values } = shared.body.data as JsonObject
    // A `default` that is not stored looks like an empty one.
    return Object.keys(values).length > 0 || 'default' in before ? { ...others, default: values } : others
  }
})

function withoutEmpty(document: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(document).filter(([, values]) => Object.keys(values as object).length > 0))
}

/** The document before, with each change made to its leaves; emptied objects that no change names go. */
function applied(before: JsonObject, changes: readonly StoredChange[]): string {
  const leaves = new Map<string, JsonValue>()
  const collect = (value: JsonValue, path: readonly string[]) => {
    const isBranch =
      typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0
    if (!isBranch) leaves.set(JSON.stringify(path), value)
    else for (const [key, child] of Object.entries(value)) collect(child as JsonValue, [...path, key])
  }
  collect(before, [])
  for (const { section: where, pointer: at, ...change } of changes) {
    const path = JSON.stringify([where, ...at.split('/').slice(1)])
    expect(canonical(leaves.get(path))).toBe(canonical(change.before))
    if (change.after === undefined) leaves.delete(path)
    else leaves.set(path, change.after)
  }
  const made: JsonObject = {}
  for (const [text, value] of leaves) {
    const path = JSON.parse(text) as string[]
    if (path.length < 2) continue
    let place = made
    for (const key of path.slice(0, -1)) {
      place[key] ??= {}
      place = place[key] as JsonObject
    }
    place[path.at(-1) ?? ''] = value
  }
  return canonical(withoutEmpty(made))
}

/** How many readings change, by the oracle; each must be foreseen, and nothing else. */
function checkReadings(run: DryRun, before: JsonObject, after: JsonObject): number {
  let felt = 0
  const named = Object.keys({ ...before, ...after }).filter((name) => name.includes('@'))
  // Zones without a section are all alike: being in one is being in none.
  const possible = [null, ...zones.filter((zone) => zone in before || zone in after)]
  const placements = [...new Set([...Object.keys(zoneOf), ...named])].flatMap((node) => {
    const zone = zoneOf[node] ?? null
    return zone === null ? possible.map((each) => ({ node, zone: each })) : [{ node, zone }]
  })
  const strangers = possible.map((zone) => ({ node: 'app@stranger', zone }))
  for (const path of readKeys) {
    const effect = run.effects.find((each) => each.pointer === `/${path.join('/')}`)
    for (const { node, zone } of [...placements, ...strangers]) {
      const was = lookUp(before, [node, zone, 'default'], path)
      const will = lookUp(after, [node, zone, 'default'], path)
      const hasChanged = canonical(was?.value) !== canonical(will?.value)
      if (hasChanged) felt += 1
      if (effect === undefined) {
        expect(hasChanged, `${path} of ${node}`).toBe(false)
        continue
      }
      const groups = [...effect.changed, ...effect.unchanged].filter((group) => means(group, node, zone))
      expect(groups, `${path} of ${node} in ${zone}: ${JSON.stringify(effect)}`).toHaveLength(1)
      for (const group of groups) {
        const [first, last] = 'reading' in group ? [undefined, group.reading] : [group.before, group.after]
        expect('reading' in group).toBe(!hasChanged)
        expect(readingOf(last)).toBe(expected(will, { node, zone }))
        if (first !== undefined) expect(readingOf(first)).toBe(expected(was, { node, zone }))
      }
    }
  }
  return felt
}

function means(group: NodeGroup, node: string, zone: string | null): boolean {
  if (node === 'app@stranger') return group.others && group.zone === zone
  return group.nodes.includes(node) && (group.zone_is === 'irrelevant' || group.zone === zone)
}

function readingOf(reading: RuntimeReading): string {
  return reading.layer === 'built-in' ? 'built-in' : `${reading.layer} ${canonical(reading.value)}`
}

function expected(
  found: { section: string | null; value: JsonValue } | undefined,
  { node, zone }: { node: string; zone: string | null },
): string {
  if (found === undefined) return 'built-in'
  const layer = found.section === node ? 'node' : found.section === zone ? 'zone' : 'default'
  return `${layer} ${canonical(found.value)}`
}
