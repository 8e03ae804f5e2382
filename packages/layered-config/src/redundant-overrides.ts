import type { JsonValue } from '@strata/json'
import { type Category, objectSections } from './category.ts'
import { type KnownNode, sectionZones } from './known-nodes.ts'
import { type LeafFacts, leafFacts } from './leaf-facts.ts'
import { type KeyRules, type SectionReader, sectionReaders } from './section-reader.ts'
import { sectionReads } from './section-reads.ts'

/** Overrides of one section are looked at so many at a time. */
const atOnce = 500

/** A stored value at a pointer that is read. */
export interface Override {
  readonly section: string
  readonly pointer: string
  readonly value: JsonValue
}

/** A category, who reads it, and how. */
export interface ReadCategory extends Category, KeyRules {
  readonly nodes: readonly KnownNode[]
}

/** Who reads the sections of a category. */
export function readersOf(category: ReadCategory): (section: string) => SectionReader {
  return sectionReaders({ nodes: category.nodes, zones: sectionZones(category.sections) }, category)
}

/**
 * The overrides of zones and nodes that can go while every node, known or not, provably reads the same (noise), in steps
 * of one section at most.
 * - what is stored below them says the same, for every zone that a node of unknown zone may be in
 * - any of them can go without the others, and all together
 */
export function redundantOverrides(category: ReadCategory): Generator<Override[]> {
  return overridesWhere(category, ({ isNoise }) => isNoise)
}

/**
 * The overrides equal to the schema default with nothing stored below them that a node could read instead. Such a pin
 * keeps KAZOO's code from using another built-in value, so removing it may change what nodes read. In steps of one section
 * at most.
 */
export function pinsOfSchemaDefaults(category: ReadCategory): Generator<Override[]> {
  return overridesWhere(category, ({ isPin }) => isPin)
}

function* overridesWhere(category: ReadCategory, isMeant: (facts: LeafFacts) => boolean): Generator<Override[]> {
  const readerOf = readersOf(category)
  for (const [section, values] of Object.entries(objectSections(category.sections))) {
    const reader = readerOf(section)
    const overrides = [...sectionReads(values, category.readsMembers)]
    for (let from = 0; from === 0 || from < overrides.length; from += atOnce) {
      yield overrides
        .slice(from, from + atOnce)
        .filter(([pointer]) => isMeant(leafFacts({ category, reader, pointer })))
        .map(([pointer, value]) => ({ section, pointer, value }))
    }
  }
}
