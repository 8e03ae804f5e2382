import type { ConfigIndex, DryRun, NodeDetail, SweepReport } from '@strata/api-types'
import { getAt, type JsonObject, type JsonValue } from '@strata/json'
import { type LeafOperation, leafFacts, leaves, readersOf, type Sections, sectionValues } from '@strata/layered-config'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Client } from '../_app.ts'
import { startEmbedded } from '../_stores.ts'
import { type ConfigApp, signInBrowser, startConfigApp } from './_configs.ts'

const defaults = { a: 1, b: { c: 2, d: 3 } }
const declared = ['/a', '/b', '/b/c', '/b/d', '/flag', '/list', '/api_key']
const zones = { 'app@n1': 'z1', 'app@n2': null }
const rules = {
  readsMembers: (pointer: string) => pointer === '/b',
  isDeclared: (pointer: string) => declared.includes(pointer),
}

const maybe = fc.option(fc.constantFrom<JsonValue>(1, 2, 2, 3, null), { nil: undefined, freq: 2 })
const values = fc
  .record({ a: maybe, c: maybe, d: maybe })
  .map(({ a, c, d }) => present({ a, b: c === undefined && d === undefined ? undefined : present({ c, d }) }))
const documents = fc.record({ default: values, z1: values, z2: values, 'app@n1': values, 'app@n2': values })

/** As many as one index of the store looks through at once. */
const cases = fc.sample(documents, { numRuns: 60, seed: 7 })

let app: ConfigApp
let browser: Client
beforeAll(async () => {
  app = await startConfigApp(startEmbedded)
  browser = await signInBrowser(app)
  await browser.post('/console/topology', { base_revision: null, nodes: zones })
})
afterAll(() => app.stop())

it('the sweep, the search’s index and the dry run say of every leaf what the form and the matrix say', async () => {
  const stored = new Map<string, Sections>()
  for (const sections of cases) stored.set(await app.category(sections), sections)
  const sweep = (await browser.get('/console/system_configs/sweep')).body.data as unknown as SweepReport
  const index = (await browser.get('/console/system_configs/index')).body.data as unknown as ConfigIndex
  for (const [category, sections] of stored) {
    const findings = sweep.categories.find((each) => each.category === category)?.findings ?? []
    const indexed = index.categories.find(({ id }) => id === category)?.sections ?? {}
    const warnings = (await tryToKeep(category, sections)).warnings
    for (const { section, pointer, value } of leavesOf(sections)) {
      const isHere = (one: object) =>
        'section' in one && one.section === section && 'pointer' in one && one.pointer === pointer
      const kinds = findings.filter(isHere).map(({ kind }) => kind)
      const marks = indexed[section]?.find(([at]) => at === pointer)?.slice(2) ?? []
      const warned = warnings.filter(isHere)
      const { isNoise, isPin, maskedBy } = factsOf(sections, section, pointer)
      expect({
        place: category + section + pointer,
        noise: [kinds.includes('equal-to-inherited'), marks.includes('noise')],
        pin: kinds.includes('pin'),
        masked: warned.flatMap((warning) => (warning.code === 'masked-override' ? warning.zones : [])),
        pinIsWarnedOf: warned.some(({ code }) => code === 'pin-of-schema-default'),
      }).toEqual({
        place: category + section + pointer,
        noise: [isNoise, isNoise],
        pin: isPin,
        masked: maskedBy,
        // A null cannot be set, and what is masked is told as that.
        pinIsWarnedOf: value !== null && isPin && maskedBy.length === 0,
      })
    }
  }
})

it('the node’s page and the dry run say of every key what nodes read, as the form and the matrix do', async () => {
  const stored = new Map<string, Sections>()
  for (const sections of cases.slice(0, 20)) stored.set(await app.category(sections), sections)
  for (const [node, zone] of Object.entries(zones)) {
    const page = (await browser.get(`/console/nodes/${node}`)).body.data as unknown as NodeDetail
    for (const [category, sections] of stored) {
      const settings = page.categories.find((each) => each.category === category)?.settings ?? []
      const { effects } = await tryToChange(category)
      for (const pointer of keys) {
        const { own, readings } = factsOf(sections, node, pointer)
        const place = `${category} ${node} ${pointer}`
        const [base, ...byZone] = readings
        const listed = settings.find((setting) => setting.pointer === pointer)
        const isListed = own !== undefined || readings.some(({ layer }) => layer !== 'built-in')
        // What the schema says, too, is listed only where the node sets it.
        if (listed !== undefined) expect([place, listed.readings.map(said)]).toEqual([place, readings.map(said)])
        else if (isListed) {
          expect([place, readings.map(({ value }) => value)]).toEqual([
            place,
            readings.map(() => getAt(defaults, pointer)),
          ])
        }

        const effect = effects.find((each) => each.pointer === pointer)
        const groups = [
          ...(effect?.changed ?? []).map((group) => ({ ...group, reading: group.before })),
          ...(effect?.unchanged ?? []),
        ].filter(({ nodes }) => nodes.includes(node))
        expect([place, groups.length > 0]).toEqual([place, true])
        for (const group of groups) {
          // Of a zone that nobody knows only those are told apart that say otherwise than the rest.
          const isOpen = zone === null
          const meant = (isOpen ? byZone.find((one) => one.zone === group.zone) : undefined) ?? base
          const tell = isOpen ? told : said
          expect([place, group.zone, tell(group.reading)]).toEqual([place, group.zone, tell(meant)])
        }
      }
    }
  }
})

const keys = ['/a', '/b/c', '/b/d']

function told(reading: { layer: string; value?: JsonValue | undefined }) {
  return reading.layer === 'built-in' ? 'built-in' : reading.value
}

/** A layer and what it says; of what is built in only that it is. */
function said(reading: { layer: string; value?: JsonValue | undefined }) {
  return [reading.layer, told(reading)]
}

/** Sets in `default` whatever nodes look for. */
async function tryToChange(category: string): Promise<DryRun> {
  return foresee(
    category,
    keys.map((pointer) => ({ section: 'default', pointer, op: 'set', value: 99 })),
  )
}

/** Sets every leaf to what it is, as pinned as it is now. */
async function tryToKeep(category: string, sections: Sections): Promise<DryRun> {
  const operations = leavesOf(sections)
    .filter(({ value }) => value !== null)
    .map((leaf): LeafOperation => ({ ...leaf, op: 'set', pin: true }))
  return foresee(category, operations)
}

async function foresee(category: string, operations: readonly LeafOperation[]): Promise<DryRun> {
  const base = await app.store.database('system_config').get(category)
  const answer = await browser.post(`/console/system_configs/${category}/dry_run`, {
    base_revision: base?.revision ?? null,
    operations: [...operations],
  })
  expect(answer.status).toBe(200)
  return answer.body.data as unknown as DryRun
}

function leavesOf(sections: Sections) {
  return Object.keys(sections).flatMap((section) =>
    leaves(sectionValues(sections, section)).map((leaf) => ({ section, ...leaf })),
  )
}

function factsOf(sections: Sections, section: string, pointer: string) {
  const nodes = Object.entries(zones).map(([name, zone]) => ({ name, zone: zone ?? undefined }))
  const category = { sections, defaults, nodes, ...rules }
  return leafFacts({ category, reader: readersOf(category)(section), pointer })
}

function present(members: Record<string, JsonValue | undefined>): JsonObject {
  return Object.fromEntries(
    Object.entries(members).filter((entry): entry is [string, JsonValue] => entry[1] !== undefined),
  )
}
