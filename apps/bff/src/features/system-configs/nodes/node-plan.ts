import type { NodeChange, TopologyChange } from '@strata/api-types'
import { formatPointer, isJsonObject, type JsonObject } from '@strata/json'
import {
  copySection,
  isBuiltIn,
  type LeafOperation,
  leafFacts,
  overridesOf,
  readPointer,
  sectionValues,
  storedConfig,
} from '@strata/layered-config'
import { AppError } from '#bff/errors/app-error.ts'
import { knownNodes, readAssignments } from '#bff/topology/topology.ts'
import type { Inspection } from '../configs.ts'
import { type PlannedChange, planChange } from '../console/planned-change.ts'
import { type LoadedCategory, loadCategory } from '../loaded-category.ts'
import { shownError } from '../secrets.ts'
import { allConfigs } from '../store.ts'
import type { Swap } from './job-document.ts'
import { nodeReader } from './node-settings.ts'
import { nodeIn } from './run-step.ts'

/** What a change of nodes comes to in one category. */
export type CategoryPlan =
  | { readonly kind: 'change'; readonly change: PlannedChange }
  | { readonly kind: 'refused'; readonly category: LoadedCategory; readonly message: string }
  | { readonly kind: 'skipped'; readonly category: LoadedCategory }

/** Every category that a change of nodes concerns, by name. */
export async function planNodeChange(change: NodeChange, inspection: Inspection): Promise<CategoryPlan[]> {
  const plans: CategoryPlan[] = []
  for (const { category } of await allConfigs(inspection.configs)) {
    const plan = await planInCategory(change, category, inspection)
    if (plan !== undefined) plans.push(plan)
    await inspection.breathe()
  }
  return plans
}

/** Undefined where the change does not concern the category. */
export async function planInCategory(
  change: NodeChange,
  name: string,
  inspection: Inspection,
): Promise<CategoryPlan | undefined> {
  const category = await loadCategory(inspection.configs, name)
  if (category.document === undefined) return undefined
  const operations = operationsOf(change, category, inspection)
  if (operations === 'skipped') return { kind: 'skipped', category }
  if (operations === 'unsure') {
    const message = 'What is read there depends on the zone, which nobody knows: choose it first.'
    return { kind: 'refused', category, message }
  }
  if (operations.length === 0) return undefined
  const { configs, actor, breathe } = inspection
  const body = { base_revision: category.document.revision, operations: [...operations] }
  try {
    // As they are stored, secrets included: nothing of it came from a browser.
    return {
      kind: 'change',
      change: await planChange(configs, { ...actor, redact: false }, { category, body, breathe }),
    }
  } catch (error) {
    const message = messageOf(shownError(configs, actor, error, []))
    if (message === undefined) throw error
    return { kind: 'refused', category, message }
  }
}

/** The sections that a planned change makes others, before and after. */
export function swapOf({ before, after }: PlannedChange): { before: Swap; after: Swap } {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  )
  const side = (fields: JsonObject): Swap =>
    Object.fromEntries(
      names.map((name) => {
        const values = Object.hasOwn(fields, name) ? fields[name] : undefined
        return [name, isJsonObject(values) ? values : null]
      }),
    )
  return { before: side(before), after: side(after) }
}

/** The nodes of the topology that a change makes others, before and after. */
export async function planTopology(
  change: NodeChange,
  { configs }: Inspection,
): Promise<{ before: Swap; after: Swap }> {
  if (change.kind === 'take') return { before: {}, after: {} }
  const { zones } = await readAssignments(configs.store)
  const after: Swap = {}
  if (change.kind !== 'clone') after[change.node] = null
  if (change.kind !== 'retire') {
    const moved = change.kind === 'rename' ? nodeIn(zones, change.node) : null
    const wanted = change.zone === undefined ? (nodeIn(zones, change.to) ?? moved) : { zone: change.zone }
    after[change.to] = wanted
  }
  const before: Swap = Object.fromEntries(Object.keys(after).map((name) => [name, nodeIn(zones, name)]))
  const names = Object.keys(after).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
  const changed = (swap: Swap): Swap => Object.fromEntries(names.map((name) => [name, swap[name] ?? null]))
  return { before: changed(before), after: changed(after) }
}

export function topologyChanges({ before, after }: { before: Swap; after: Swap }): TopologyChange[] {
  const zoneOf = (node: JsonObject | null | undefined) => (typeof node?.zone === 'string' ? node.zone : null)
  return Object.keys(after).map((node) => ({
    node,
    ...(before[node] ? { before: zoneOf(before[node]) } : {}),
    ...(after[node] ? { after: zoneOf(after[node]) } : {}),
  }))
}

/** What `PlannedChange`s are looked at beside. */
export async function inspectNodes(of: Omit<Inspection, 'nodes'>): Promise<Inspection> {
  return { ...of, nodes: await knownNodes(of.configs.store) }
}

function operationsOf(
  change: NodeChange,
  category: LoadedCategory,
  inspection: Inspection,
): readonly LeafOperation[] | 'skipped' | 'unsure' {
  if (change.kind === 'take') return takeOperations(change, category, inspection)
  const sections = storedConfig(category.document?.fields)
  const { node } = change
  if (!Object.hasOwn(sections, node)) return []
  const removal: LeafOperation = { section: node, pointer: '', op: 'remove' }
  if (change.kind === 'retire') return [removal]
  const { to, existing } = change
  if (existing === 'skip' && overridesOf(sections, to) > 0) return 'skipped'
  const replaced = existing === 'replace' ? sectionValues(sections, to) : {}
  const copied = copySection(sectionValues(sections, node), replaced, to)
  return change.kind === 'clone' ? copied : [...copied, removal]
}

type Take = Extract<NodeChange, { kind: 'take' }>

function takeOperations(
  { node, other, zone, leaves }: Take,
  category: LoadedCategory,
  inspection: Inspection,
): LeafOperation[] | 'unsure' {
  const places = new Map(inspection.nodes.map((each) => [each.name, each.zone]))
  const readers = {
    node: nodeReader(category, { name: node, zone: zone ?? places.get(node) }, inspection),
    other: nodeReader(category, { name: other, zone: places.get(other) }, inspection),
  }
  const operations: LeafOperation[] = []
  const done = new Set<string>()
  for (const { pointer, into } of leaves.filter((leaf) => leaf.category === category.name)) {
    const reader = readers[into === 'node' ? 'other' : 'node']
    const section = into === 'node' ? node : other
    // An object that is read whole is taken whole.
    const read = readPointer(pointer, reader.readsMembers) ?? pointer
    const place = formatPointer([section]) + read
    if (done.has(place)) continue
    done.add(place)
    const [reading, ...perhaps] = leafFacts({ category, reader, pointer: read }).readings
    if (perhaps.length > 0) return 'unsure'
    operations.push(
      isBuiltIn(reading) || reading.value === undefined
        ? { section, pointer: read, op: 'remove' }
        : { section, pointer: read, op: 'set', value: reading.value, pin: true },
    )
  }
  return operations
}

/** What Crossbar's keyed errors say, for a person; undefined for what nobody did wrong. */
function messageOf(error: unknown): string | undefined {
  if (!(error instanceof AppError) || error.kind !== 'invalid' || !isJsonObject(error.data)) return undefined
  const said = Object.entries(error.data).flatMap(([path, keywords]) =>
    Object.values(isJsonObject(keywords) ? keywords : {}).map((detail) => {
      const message = isJsonObject(detail) && typeof detail.message === 'string' ? detail.message : 'It is not valid.'
      return `${path}: ${message}`
    }),
  )
  const [first = error.message] = said
  return said.length > 1 ? `${first} (and ${said.length - 1} more)` : first
}
