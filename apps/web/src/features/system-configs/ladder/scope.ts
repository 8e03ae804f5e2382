import type { TopologyNode } from '@strata/api-types'
import {
  type IsDeclared,
  keyOfPlace,
  placeOfKey,
  possibleZones,
  type ReadsMembers,
  type SectionKind,
  sectionKind,
} from '@strata/layered-config'

/** A section as running nodes read it: whose it is, and what else they read. */
export interface Scope {
  readonly section: string
  readonly kind: SectionKind
  /** The zone of the section's node, or the section itself; undefined where nobody knows it, and for `default`. */
  readonly zone: string | undefined
  /** The zones that a reader may be in, one where it is known. Undefined among them: none with a section here. */
  readonly zones: readonly (string | undefined)[]
  readonly nodes: readonly TopologyNode[]
  readonly readsMembers: ReadsMembers
  /** Whether the schema declares a key there, so that every section's form has a place for it. */
  readonly isDeclared: IsDeclared
}

type KeyScope = Pick<Scope, 'section' | 'isDeclared'>

/** The key that a pointer of a scope's own section is about: what nodes read there, else what is spelt like it. */
export function keyIn({ section, isDeclared }: KeyScope, pointer: string): string {
  return keyOfPlace(section, pointer, isDeclared) ?? pointer
}

/** Where a section stores what a pointer of a scope's own section is about. */
export function placeIn(section: string, scope: KeyScope, pointer: string): string {
  return placeOfKey(section, keyIn(scope, pointer))
}

/** The zones that readers of a section may be in. */
export function zonesOf(
  section: string,
  nodes: readonly TopologyNode[],
  zoneSections: readonly string[],
): Pick<Scope, 'kind' | 'zone' | 'zones'> {
  const kind = sectionKind(section)
  if (kind === 'default') return { kind, zone: undefined, zones: [undefined] }
  if (kind === 'zone') return { kind, zone: section, zones: [section] }
  const zone = nodes.find(({ name }) => name === section)?.zone ?? undefined
  return { kind, zone, zones: possibleZones({ name: section, zone }, zoneSections) }
}

/** The sections below a scope's own that its readers may read, highest first. */
export function sectionsBelow({ kind, zones }: Pick<Scope, 'kind' | 'zones'>): string[] {
  if (kind === 'default') return []
  return [...(kind === 'node' ? zones.filter((zone) => zone !== undefined) : []), 'default']
}
