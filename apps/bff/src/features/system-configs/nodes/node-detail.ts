import type { NodeCategory, NodeDetail } from '@strata/api-types'
import { sectionKind, sectionZones } from '@strata/layered-config'
import type { Actor } from '#bff/auth/actor.ts'
import { createBreathe } from '#bff/scheduling/breathe.ts'
import { knownNodes } from '#bff/topology/topology.ts'
import type { Configs, Inspection } from '../configs.ts'
import { loadCategory } from '../loaded-category.ts'
import { allConfigs } from '../store.ts'
import { requireNodeName, requireZoneName } from './node-name.ts'
import { nodeSettings } from './node-settings.ts'

const maxInCategory = 500
const maxInAll = 10_000

/**
 * What a node reads otherwise than the schema says, and what it sets itself, over all categories that are stored.
 * Throws `invalid` for names that nobody can have.
 */
export async function nodeDetail(
  configs: Configs,
  actor: Actor,
  { name, zone: supposed }: { readonly name: string; readonly zone: string | undefined },
): Promise<NodeDetail> {
  const [documents, nodes] = await Promise.all([allConfigs(configs), knownNodes(configs.store)])
  const kind = sectionKind(name) === 'node' ? 'node' : 'zone'
  const zones = [
    ...new Set([...nodes.flatMap(({ zone }) => zone ?? []), ...sectionZones(...documents.map(({ fields }) => fields))]),
  ].sort()
  const known = new Set([...documents.flatMap(({ fields }) => Object.keys(fields)), ...nodes.map((node) => node.name)])
  for (const zone of zones) known.add(zone)
  if (kind === 'node') requireNodeName(name, 'node', known)
  else requireZoneName(name, 'node', known)
  if (supposed !== undefined) requireZoneName(supposed, 'zone', known)
  const assigned = nodes.find((node) => node.name === name)?.zone
  const zone = kind === 'zone' ? name : (supposed ?? assigned)
  const inspection: Inspection = { configs, actor, nodes, breathe: createBreathe() }
  return {
    name,
    kind,
    zone: zone ?? null,
    zone_is: zone === undefined ? 'unknown' : kind === 'node' && zone !== assigned ? 'supposed' : 'assigned',
    assigned_zone: assigned ?? null,
    is_known: known.has(name),
    zones,
    categories: await categoriesOf(
      documents.map(({ category }) => category),
      { name, zone },
      inspection,
    ),
  }
}

async function categoriesOf(
  names: readonly string[],
  question: { readonly name: string; readonly zone: string | undefined },
  inspection: Inspection,
): Promise<NodeCategory[]> {
  const categories: NodeCategory[] = []
  let room = maxInAll
  for (const name of names) {
    const category = await loadCategory(inspection.configs, name)
    if (category.document === undefined) continue
    const settings = await nodeSettings(category, question, inspection)
    await inspection.breathe()
    if (settings.length === 0) continue
    const listed = settings.slice(0, Math.min(maxInCategory, room))
    room -= listed.length
    const { revision } = category.document
    categories.push({ category: name, revision, settings: listed, left_out: settings.length - listed.length })
  }
  return categories
}
