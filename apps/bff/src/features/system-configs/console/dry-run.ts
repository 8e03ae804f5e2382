import type { DryRun, EquivalentRequest, KeyEffect, NodeGroup, RuntimeReading, StoredChange } from '@strata/api-types'
import { deepEqual, formatPointer, getAt, type JsonValue, parsePointer } from '@strata/json'
import {
  type Category,
  type EffectGroup,
  equivalentRequest,
  type LostLeaf,
  lostByWholeWrite,
  nodeCounts,
  type RuntimeAnswer,
  type RuntimeEffect,
  runtimeEffects,
  type StoredChange as StoredLeaf,
  storedChanges,
} from '@strata/layered-config'
import { inSteps } from '#bff/scheduling/breathe.ts'
import type { Inspection } from '../configs.ts'
import { sectionKeys } from '../loaded-category.ts'
import { shownLeaf, shownSecrets } from '../secrets.ts'
import { dryRunWarnings } from './dry-run-warnings.ts'
import type { PlannedChange } from './planned-change.ts'

const maxNamedNodes = 100
const maxListedLeaves = 500

/** What storing a change would do, worked out by the functions that store it and that nodes' readings follow from. */
export async function dryRun(change: PlannedChange, inspection: Inspection): Promise<DryRun> {
  const { category, before, after } = change
  const { configs, nodes, breathe } = inspection
  const keys = sectionKeys(configs, category)
  const { validator } = configs
  const stored = storedChanges(before, after)
  await breathe()
  const { readsMembers, isDeclared } = keys
  const effects = await effectsOf(change, inspection)
  const afterwards: Category = { sections: after, defaults: category.defaults }
  const lostOf = (of: Category) => lostByWholeWrite({ ...of, nodes, readsMembers, isDeclared })
  const lost = lostOf(afterwards)
  await breathe()
  const anew = newlyLost(lost, lostOf({ ...afterwards, sections: before }))
  await breathe()
  const curl = await showRequest(change, inspection)
  await breathe()
  const warnings = dryRunWarnings({ change, stored, effects, lost, keys, validator })
  await breathe()
  const shown = stored.map((leaf) => showChange(leaf, inspection))
  await breathe()
  const shownEffects = effects.map((effect) => showEffect(effect, afterwards, inspection))
  await breathe()
  return {
    category: category.name,
    revision: category.document?.revision ?? null,
    outcomes: [...change.outcomes],
    stored: shown,
    effects: shownEffects,
    nodes: { ...nodeCounts(effects) },
    warnings,
    lost_by_other_clients: [...new Set([...anew, ...lost])]
      .slice(0, maxListedLeaves)
      .map((leaf) => showLost(leaf, inspection)),
    lost_count: lost.length,
    lost_anew: anew.length,
    curl,
  }
}

/** What a change does to what nodes read, key by key. */
export async function effectsOf(
  { category, before, after }: PlannedChange,
  { configs, nodes, breathe }: Inspection,
): Promise<RuntimeEffect[]> {
  const { readsMembers, isDeclared } = sectionKeys(configs, category)
  const effects: RuntimeEffect[] = []
  for (const effect of runtimeEffects({ before, after, nodes, readsMembers, isDeclared })) {
    effects.push(effect)
    await breathe()
  }
  return effects
}

function showEffect(effect: RuntimeEffect, category: Category, { configs, actor }: Inspection): KeyEffect {
  const { pointer, isWhole, groups } = effect
  const show = (value: JsonValue) => shownLeaf(configs, actor, value, ['default', ...parsePointer(pointer)])
  const schemaDefault = getAt(category.defaults, pointer)
  const builtIn: RuntimeReading = {
    layer: 'built-in',
    ...(schemaDefault === undefined ? {} : { schema_default: show(schemaDefault) }),
  }
  const reading = (answer: RuntimeAnswer | undefined): RuntimeReading =>
    answer === undefined ? builtIn : { layer: answer.answeredBy, value: show(answer.value) }
  return {
    pointer,
    is_whole: isWhole,
    changed: groups.flatMap((group) =>
      group.unchanged === undefined
        ? [{ ...nodeGroup(group), before: reading(group.before), after: reading(group.after) }]
        : [],
    ),
    unchanged: groups.flatMap((group) =>
      group.unchanged === undefined
        ? []
        : [{ ...nodeGroup(group), reading: reading(group.after), reason: group.unchanged }],
    ),
  }
}

function nodeGroup({ zone, zoneIs, nodes, others }: EffectGroup): NodeGroup {
  return { zone: zone ?? null, zone_is: zoneIs, nodes: nodes.slice(0, maxNamedNodes), count: nodes.length, others }
}

function showChange({ section, pointer, before, after }: StoredLeaf, { configs, actor }: Inspection): StoredChange {
  const path = [section, ...parsePointer(pointer)]
  return {
    section,
    pointer,
    ...(before === undefined ? {} : { before: shownLeaf(configs, actor, before, path) }),
    ...(after === undefined ? {} : { after: shownLeaf(configs, actor, after, path) }),
  }
}

function showLost(
  { zones, ...leaf }: LostLeaf,
  { configs, actor }: Inspection,
): DryRun['lost_by_other_clients'][number] {
  const value = shownLeaf(configs, actor, leaf.value, [leaf.section, ...parsePointer(leaf.pointer)])
  return { ...leaf, value, ...(leaf.reason === 'masked' ? { zones: [...zones] } : {}) }
}

/** Those whose value another client's write did not drop before. */
function newlyLost(lost: readonly LostLeaf[], before: readonly LostLeaf[]): LostLeaf[] {
  const known = new Map(before.map((leaf) => [placeOf(leaf), leaf.value]))
  return lost.filter((leaf) => !deepEqual(known.get(placeOf(leaf)), leaf.value))
}

function placeOf({ section, pointer }: LostLeaf): string {
  return formatPointer([section]) + pointer
}

async function showRequest(
  { category, before, after }: PlannedChange,
  inspection: Inspection,
): Promise<EquivalentRequest | null> {
  const { configs, actor, breathe } = inspection
  const found = await inSteps(equivalentRequest({ sections: before, defaults: category.defaults }, after), breathe)
  if (found === undefined) return null
  const { method, section, data } = found
  const place = [category.name, ...(section === undefined ? [] : [section])]
  const differs = storedChanges(after, found.sections).filter(
    (leaf) => leaf.pointer !== '' || leaf.before !== undefined,
  )
  await breathe()
  return {
    method,
    path: ['/v2/system_configs', ...place.map(encodeURIComponent)].join('/'),
    ...(data === undefined
      ? {}
      : { body: { data: shownSecrets(configs, actor, data, section === undefined ? [] : [section]) } }),
    differs: differs.slice(0, maxListedLeaves).map((leaf) => showChange(leaf, inspection)),
    differs_count: differs.length,
  }
}
