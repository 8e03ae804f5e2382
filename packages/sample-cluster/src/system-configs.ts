import { type JsonObject, type JsonValue, setAt } from '@strata/json'
import { type Leaf, leaves } from '@strata/layered-config'
import { changeableLeaves, changed, wrongTyped } from './config-values.ts'
import { createRandom, type Random } from './random.ts'
import type { SampleDocument } from './sample-document.ts'
import { schemalessConfigs } from './schemaless-configs.ts'
import type { SampleNode } from './topology.ts'

export interface ConfigSettings {
  readonly seed: number
  readonly now: number
  /** Schema defaults of a section, by category. */
  readonly defaults: Readonly<Record<string, JsonObject>>
  readonly zones: readonly string[]
  readonly nodes: readonly SampleNode[]
  readonly masterAccountId: string
}

interface Marked {
  readonly busiest: string | undefined
  readonly broken: string | undefined
}

/** Sections being built: a name and its leaves' pointers and values. */
type Draft = Map<string, JsonValue>

/** Categories whose values change how an API server itself behaves: they get noise, never overrides. */
const quiet = /^(auth|crossbar|kazoo_web|system_data|token_buckets)\b/

/** The node that `busiestCategory` still remembers although it was taken down long ago. */
export const retiredNode = 'kazoo_apps@retired.example.net'

/** The category with the most changeable defaults: the one that has a section for every zone and every node. */
export function busiestCategory(defaults: ConfigSettings['defaults']): string | undefined {
  return bySize(defaults)[0]
}

/** The category with the second most: the one that holds a value which no conversion can save. */
export function brokenCategory(defaults: ConfigSettings['defaults']): string | undefined {
  return bySize(defaults)[1]
}

function bySize(defaults: ConfigSettings['defaults']): string[] {
  return Object.entries(defaults)
    .filter(([category]) => !quiet.test(category))
    .map(([category, values]) => ({ category, size: changeableLeaves(values).length }))
    .filter(({ size }) => size >= 4)
    .sort((a, b) => b.size - a.size || (a.category < b.category ? -1 : 1))
    .map(({ category }) => category)
}

/**
 * The `system_config` database, sorted by category.
 * - about two categories in three are stored, with the noise that nodes write: values in `default` that equal the schema
 *   defaults
 * - some override a few values in `default`, in zones and on nodes
 * - the busiest category has every oddity an operator meets: see `busySections`; the next one a text for a number
 * - some categories have no schema; `accounts` names the master account
 * - `auth` is left out: it holds a server's own signing secrets
 */
export function* systemConfigDocuments(settings: ConfigSettings): Generator<SampleDocument> {
  const marked = { busiest: busiestCategory(settings.defaults), broken: brokenCategory(settings.defaults) }
  const categories = [...Object.keys(settings.defaults), ...Object.keys(schemalessConfigs), 'accounts']
  for (const category of [...new Set(categories)].filter((name) => name !== 'auth').sort()) {
    const random = createRandom(settings.seed, 'config', category)
    const sections = sectionsOf(category, marked, settings, random)
    if (Object.keys(sections).length > 0) yield configDocument(category, sections, settings, random)
  }
}

function sectionsOf(category: string, marked: Marked, settings: ConfigSettings, random: Random): JsonObject {
  const schemaless = own(schemalessConfigs, category)
  if (schemaless !== undefined) return schemaless
  const defaults = own(settings.defaults, category) ?? {}
  const draft =
    category === marked.busiest
      ? busySections(defaults, settings, random)
      : usualSections(category, defaults, settings, random)
  const number =
    category === marked.broken ? leaves(defaults).find(({ value }) => typeof value === 'number') : undefined
  if (number !== undefined) set(draft, 'default', number.pointer, `about ${number.value}`)
  if (category === 'accounts') set(draft, 'default', '/master_account_id', settings.masterAccountId)
  return Object.fromEntries(draft)
}

function own(configs: Readonly<Record<string, JsonObject>>, category: string): JsonObject | undefined {
  return Object.hasOwn(configs, category) ? configs[category] : undefined
}

function usualSections(
  category: string,
  defaults: JsonObject,
  { zones, nodes }: ConfigSettings,
  random: Random,
): Draft {
  const draft: Draft = new Map()
  if (!random.chance(0.65)) return draft
  for (const { pointer, value } of leaves(defaults).filter(() => random.chance(0.5)))
    set(draft, 'default', pointer, value)
  if (quiet.test(category)) return draft
  const changeable = changeableLeaves(defaults)
  const override = (section: string, most: number): void => {
    for (const leaf of random.sample(changeable, random.integer(1, most))) overrideLeaf(draft, section, leaf)
  }
  if (random.chance(0.3)) override('default', 2)
  for (const zone of zones) if (random.chance(0.2)) override(zone, 3)
  for (const node of random.sample(nodes, random.integer(0, 3))) override(node.name, 2)
  return draft
}

/**
 * Every oddity that an operator meets, in one document:
 * - noise in `default`, a value whose type is wrong but can be converted, a key that no schema knows
 * - a zone that overrides a value which one of its nodes sets back to what `default` says (a masked override)
 * - a zone whose nodes all set the same value, which could be set once
 * - an empty section, and one of a node that is gone
 */
function busySections(defaults: JsonObject, { zones, nodes }: ConfigSettings, random: Random): Draft {
  const draft: Draft = new Map()
  const [masked, shared, wrong, ...others] = changeableLeaves(defaults)
  for (const { pointer, value } of leaves(defaults).filter(() => random.chance(0.6)))
    set(draft, 'default', pointer, value)
  for (const section of [...zones, ...nodes.map(({ name }) => name)]) {
    draft.set(section, {})
    for (const leaf of random.sample(others, random.integer(0, 3))) overrideLeaf(draft, section, leaf)
  }
  const [firstZone, lastZone] = [zones[0], zones.at(-1)]
  const maskedNode = nodes.find(({ zone }) => zone === firstZone)
  if (masked !== undefined && firstZone !== undefined && maskedNode !== undefined) {
    set(draft, 'default', masked.pointer, masked.value)
    overrideLeaf(draft, firstZone, masked)
    set(draft, maskedNode.name, masked.pointer, masked.value)
  }
  for (const node of nodes) if (shared !== undefined && node.zone === lastZone) overrideLeaf(draft, node.name, shared)
  if (wrong !== undefined) set(draft, 'default', wrong.pointer, wrongTyped(wrong.value))
  set(draft, 'default', '/legacy_option', true)
  draft.set('mars', {})
  if (others[0] !== undefined) overrideLeaf(draft, retiredNode, others[0])
  return draft
}

function overrideLeaf(draft: Draft, section: string, { pointer, value }: Leaf): void {
  set(draft, section, pointer, changed(value) ?? value)
}

function set(draft: Draft, section: string, pointer: string, value: JsonValue): void {
  draft.set(section, setAt(draft.get(section), pointer, value))
}

/** Stored by the API (`vsn`, who asked) or by a node's own write-back. */
function configDocument(
  category: string,
  fields: JsonObject,
  settings: ConfigSettings,
  random: Random,
): SampleDocument {
  const created = settings.now - random.integer(30, 1500) * 24 * 3600
  const shared = {
    type: 'config',
    account_id: 'system_config',
    account_db: 'system_config',
    created,
    modified: created + random.integer(0, 29 * 24 * 3600),
    node: settings.nodes[0]?.name ?? 'kazoo_apps@localhost',
  }
  const byRequest = {
    vsn: '1',
    request_id: random.hex(32),
    is_authenticated: true,
    auth_account_id: settings.masterAccountId,
  }
  return {
    database: 'system_config',
    id: category,
    fields,
    private: random.chance(0.5) ? { ...shared, ...byRequest } : shared,
  }
}
