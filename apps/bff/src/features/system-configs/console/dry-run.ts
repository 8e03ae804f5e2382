import type { DryRun, EquivalentRequest, KeyEffect, NodeGroup, RuntimeReading, StoredChange } from '@strata/api-types'
import { formatPointer, getAt, type JsonValue, parsePointer } from '@strata/json'
import {
  type Category,
  type EffectGroup,
  equivalentRequest,
  type KnownNode,
  type LostLeaf,
  lostByWholeWrite,
  type RuntimeAnswer,
  type RuntimeEffect,
  runtimeEffects,
  type StoredChange as StoredLeaf,
  storedChanges,
} from '@strata/layered-config'
import type { ApiRequest } from '#bff/http/route.ts'
import { type Breathe, inSteps } from '#bff/scheduling/breathe.ts'
import type { Secrets } from '../secrets.ts'
import type { SectionRules } from '../section-errors.ts'
import type { SectionKeys } from '../section-keys.ts'
import type { PlannedChange } from './change-planner.ts'
import { dryRunWarnings } from './dry-run-warnings.ts'

const maxNamedNodes = 100
const maxListedLeaves = 500

/** What a dry run is told beside the change. */
export interface DryRunParts {
  readonly keys: SectionKeys
  readonly nodes: readonly KnownNode[]
  readonly rules: SectionRules
  readonly secrets: Secrets
  readonly request: ApiRequest
  readonly breathe: Breathe
}

/** What storing a change would do, worked out by the functions that store it and that nodes' readings follow from. */
export async function dryRun(change: PlannedChange, parts: DryRunParts): Promise<DryRun> {
  const { category, before, after } = change
  const { keys, nodes, rules, breathe } = parts
  const stored = storedChanges(before, after)
  await breathe()
  const { readsMembers, isDeclared } = keys
  const effects: RuntimeEffect[] = []
  for (const effect of runtimeEffects({ before, after, nodes, readsMembers, isDeclared })) {
    effects.push(effect)
    await breathe()
  }
  const afterwards: Category = { sections: after, defaults: category.defaults }
  const lost = lostByWholeWrite({ ...afterwards, nodes, readsMembers, isDeclared })
  await breathe()
  const curl = await showRequest(change, parts)
  await breathe()
  const warnings = dryRunWarnings({ change, stored, effects, lost, rules, keys })
  await breathe()
  const shown = stored.map((leaf) => showChange(leaf, parts))
  await breathe()
  const shownEffects = effects.map((effect) => showEffect(effect, afterwards, parts))
  await breathe()
  return {
    category: category.name,
    revision: category.document?.revision ?? null,
    outcomes: [...change.outcomes],
    stored: shown,
    effects: shownEffects,
    warnings,
    lost_by_other_clients: touchedFirst(lost, stored)
      .slice(0, maxListedLeaves)
      .map((leaf) => showLost(leaf, parts)),
    lost_count: lost.length,
    curl,
  }
}

function showEffect(effect: RuntimeEffect, category: Category, { secrets, request }: DryRunParts): KeyEffect {
  const { pointer, isWhole, groups } = effect
  const show = (value: JsonValue) => secrets.showLeaf(request, value, ['default', ...parsePointer(pointer)])
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

function showChange({ section, pointer, before, after }: StoredLeaf, { secrets, request }: DryRunParts): StoredChange {
  const path = [section, ...parsePointer(pointer)]
  return {
    section,
    pointer,
    ...(before === undefined ? {} : { before: secrets.showLeaf(request, before, path) }),
    ...(after === undefined ? {} : { after: secrets.showLeaf(request, after, path) }),
  }
}

function showLost(
  { zones, ...leaf }: LostLeaf,
  { secrets, request }: DryRunParts,
): DryRun['lost_by_other_clients'][number] {
  const value = secrets.showLeaf(request, leaf.value, [leaf.section, ...parsePointer(leaf.pointer)])
  return { ...leaf, value, ...(leaf.reason === 'masked' ? { zones: [...zones] } : {}) }
}

function touchedFirst(lost: readonly LostLeaf[], stored: readonly StoredLeaf[]): LostLeaf[] {
  const touched = new Set(stored.map(({ section, pointer }) => formatPointer([section]) + pointer))
  const rank = ({ section, pointer }: LostLeaf) => (touched.has(formatPointer([section]) + pointer) ? 0 : 1)
  return [...lost].sort((a, b) => rank(a) - rank(b))
}

async function showRequest(
  { category, before, after }: PlannedChange,
  parts: DryRunParts,
): Promise<EquivalentRequest | null> {
  const { secrets, request, breathe } = parts
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
      : { body: { data: secrets.show(request, data, section === undefined ? [] : [section]) } }),
    differs: differs.slice(0, maxListedLeaves).map((leaf) => showChange(leaf, parts)),
    differs_count: differs.length,
  }
}
