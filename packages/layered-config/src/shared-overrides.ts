import { deepEqual, type JsonObject, type JsonValue } from '@strata/json'
import type { KnownNode } from './known-nodes.ts'
import { member } from './leaf.ts'
import type { ReadsMembers } from './read-pointer.ts'
import { runtimeLookup } from './runtime-lookup.ts'
import { sectionReads } from './section-reads.ts'

interface Questions {
  readonly sections: JsonObject
  readonly nodes: readonly KnownNode[]
  readonly readsMembers: ReadsMembers
}

/** All known nodes of a zone set the same. */
export interface Promotion {
  readonly zone: string
  readonly pointer: string
  readonly value: JsonValue
  /** Sorted as given. */
  readonly nodes: readonly string[]
}

/** A node that says otherwise than most nodes of its zone. */
export interface NearDuplicate {
  readonly node: string
  readonly pointer: string
  readonly value: JsonValue
  /** What most others say, and who. */
  readonly usual: JsonValue
  readonly usualNodes: readonly string[]
}

/** What one node of a zone sets at a pointer. */
interface Setting {
  readonly node: string
  readonly value: JsonValue
}

const fewestToPromote = 2
const fewestAlike = 3
/** One in so many may say otherwise and still seem to be an oversight. */
const rarity = 4

/**
 * What all known nodes of a zone, two at least, set to the same value, so that it could be set once for the zone; not
 * what they would read without setting it.
 * A node of the zone that is not known would then read the value, too.
 */
export function promotions(questions: Questions): Promotion[] {
  return nodesByZone(questions.nodes).flatMap(([zone, nodes]) => {
    if (nodes.length < fewestToPromote) return []
    return [...settingsByPointer(questions, nodes)].flatMap(([pointer, settings]) => {
      const [first] = settings
      if (first === undefined || settings.length < nodes.length) return []
      if (!settings.every(({ value }) => deepEqual(value, first.value))) return []
      const without = runtimeLookup(questions.sections, { node: undefined, zone, pointer })
      return deepEqual(without?.value, first.value) ? [] : [{ zone, pointer, value: first.value, nodes }]
    })
  })
}

/**
 * Nodes that set a value otherwise than the rest of their zone's nodes that set it: at most one in four, while at least
 * three agree.
 */
export function nearDuplicates(questions: Questions): NearDuplicate[] {
  return nodesByZone(questions.nodes).flatMap(([, nodes]) =>
    [...settingsByPointer(questions, nodes)].flatMap(([pointer, settings]) => {
      const usual = settings.find(({ value }) => alike(settings, value).length >= fewestAlike)
      if (usual === undefined) return []
      const usualNodes = alike(settings, usual.value)
      const odd = settings.filter(({ node }) => !usualNodes.includes(node))
      if (odd.length * rarity > settings.length) return []
      return odd.map(({ node, value }) => ({ node, pointer, value, usual: usual.value, usualNodes }))
    }),
  )
}

function alike(settings: readonly Setting[], value: JsonValue): string[] {
  return settings.filter((setting) => deepEqual(setting.value, value)).map(({ node }) => node)
}

function nodesByZone(nodes: readonly KnownNode[]): [string, string[]][] {
  const zones = new Map<string, string[]>()
  for (const { name, zone } of nodes) {
    if (zone !== undefined) zones.set(zone, [...(zones.get(zone) ?? []), name])
  }
  return [...zones]
}

function settingsByPointer({ sections, readsMembers }: Questions, nodes: readonly string[]): Map<string, Setting[]> {
  const settings = new Map<string, Setting[]>()
  for (const node of nodes) {
    for (const [pointer, value] of sectionReads(member(sections, node), readsMembers)) {
      const known = settings.get(pointer)
      if (known === undefined) settings.set(pointer, [{ node, value }])
      else known.push({ node, value })
    }
  }
  return settings
}
