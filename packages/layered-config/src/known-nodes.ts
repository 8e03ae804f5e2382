import type { JsonObject } from '@strata/json'
import { objectSections } from './category.ts'
import { type SectionKind, sectionKind } from './section-name.ts'

/** A node and the zone it is in; undefined where nobody knows that. */
export interface KnownNode {
  readonly name: string
  readonly zone: string | undefined
}

/** The nodes given and those that have a section, which are in a zone that nobody knows. Sorted by name. */
export function withSectionNodes(nodes: readonly KnownNode[], ...documents: readonly JsonObject[]): KnownNode[] {
  const named = new Map(
    documents.flatMap((sections) => sectionsOfKind(sections, 'node')).map((name) => [name, unplaced(name)]),
  )
  for (const node of nodes) named.set(node.name, node)
  return [...named.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** The zones that have a section in any of the documents, sorted. */
export function sectionZones(...documents: readonly JsonObject[]): string[] {
  return [...new Set(documents.flatMap((sections) => sectionsOfKind(sections, 'zone')))].sort()
}

/** The zones a node may be in as far as a document can tell; undefined among them: one without a section. */
export function possibleZones(node: KnownNode, zones: readonly string[]): (string | undefined)[] {
  return node.zone === undefined ? [undefined, ...zones] : [node.zone]
}

function sectionsOfKind(sections: JsonObject, kind: SectionKind): string[] {
  return Object.keys(objectSections(sections)).filter((name) => sectionKind(name) === kind)
}

function unplaced(name: string): KnownNode {
  return { name, zone: undefined }
}
