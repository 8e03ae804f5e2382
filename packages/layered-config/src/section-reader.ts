import { type IsDeclared, keyOfPlace, placeOfKey } from './default-key.ts'
import { possibleZones } from './known-nodes.ts'
import type { ReadsMembers } from './read-pointer.ts'
import { type SectionKind, sectionKind } from './section-name.ts'

/** A section as running nodes read it: whose it is, and how they read. */
export interface SectionReader extends KeyRules {
  readonly section: string
  readonly kind: SectionKind
  /** The zone of the section's node, or the section itself; undefined where nobody knows it, and for `default`. */
  readonly zone: string | undefined
  /** The zones that a reader may be in, one where it is known. Undefined among them: none with a section. */
  readonly zones: readonly (string | undefined)[]
}

/** What a schema says of how its keys are read. */
export interface KeyRules {
  readonly readsMembers: ReadsMembers
  /** Whether the schema declares a key there, so that every section's form has a place for it. */
  readonly isDeclared: IsDeclared
}

/** Who is known to be where. */
export interface Placed {
  readonly nodes: readonly { readonly name: string; readonly zone?: string | null | undefined }[]
  /** The zones that have a section. */
  readonly zones: readonly string[]
}

/** The readers of sections by name, for nodes that are where they are known to be. */
export function sectionReaders({ nodes, zones }: Placed, rules: KeyRules): (section: string) => SectionReader {
  const zoneOf = new Map(nodes.map(({ name, zone }) => [name, zone ?? undefined]))
  return (section) => sectionReader({ section, zone: zoneOf.get(section) }, zones, rules)
}

/** The reader of a section; `zone` is where its node is, as far as that is known, and counts for nodes only. */
export function sectionReader(
  { section, zone: known }: Pick<SectionReader, 'section' | 'zone'>,
  zones: Placed['zones'],
  { readsMembers, isDeclared }: KeyRules,
): SectionReader {
  const kind = sectionKind(section)
  const zone = { default: undefined, zone: section, node: known }[kind]
  const possible = kind === 'node' ? possibleZones({ name: section, zone }, zones) : [zone]
  return { section, kind, zone, zones: possible, readsMembers, isDeclared }
}

/** The key that a pointer of a reader's own section is about: what nodes read there, else what is spelt like it. */
export function keyIn({ section, isDeclared }: Pick<SectionReader, 'section' | 'isDeclared'>, pointer: string): string {
  return keyOfPlace(section, pointer, isDeclared) ?? pointer
}

/** Where a section stores what a pointer of a reader's own section is about. */
export function placeIn(
  section: string,
  reader: Pick<SectionReader, 'section' | 'isDeclared'>,
  pointer: string,
): string {
  return placeOfKey(section, keyIn(reader, pointer))
}

/** The sections below a reader's own that it may read, highest first. */
export function sectionsBelow({ kind, zones }: Pick<SectionReader, 'kind' | 'zones'>): string[] {
  if (kind === 'default') return []
  return [...(kind === 'node' ? zones.filter((zone) => zone !== undefined) : []), 'default']
}
