import { deepEqual, isJsonObject, type JsonObject } from '@strata/json'
import { inheritedBySection } from './config-reads.ts'
import { member } from './leaf.ts'
import type { LeafOperation } from './leaf-operations.ts'
import { sectionOperations } from './section-change.ts'
import { isSectionName } from './section-name.ts'

/** How to get from a document after a change to what it was before. */
export interface WayBack {
  /** Everything is kept as it was stored, also what equals what it inherits. */
  readonly operations: readonly LeafOperation[]
  /** Names of what is no section: no operation stores such a thing again. */
  readonly lost: readonly string[]
}

interface Change {
  /** The public fields of the document, as in `Category`. */
  readonly before: JsonObject
  readonly after: JsonObject
  readonly defaults: JsonObject
}

/**
 * The leaf operations that, made on a document after a change, give what was there before it. Leaves that the change left
 * alone are not touched.
 */
export function wayBack({ before, after, defaults }: Change): WayBack {
  const changed = [...new Set([...Object.keys(after), ...Object.keys(before)])].filter(
    (name) => !deepEqual(member(before, name), member(after, name)),
  )
  const isLost = (name: string) => {
    const was = member(before, name)
    return was !== undefined && !(isSectionName(name) && isJsonObject(was))
  }
  const operations = changed
    .filter((name) => !isLost(name))
    .flatMap((section) =>
      sectionOperations({
        section,
        stored: asSection(after, section),
        next: asSection(before, section),
        // Operations on lower layers count first: by then they say again what they said.
        inherited: inheritedBySection({ sections: before, defaults }, section),
      }),
    )
  return {
    operations: operations.map((each) => (each.op === 'set' ? { ...each, pin: true } : each)),
    lost: changed.filter(isLost),
  }
}

function asSection(document: JsonObject, name: string): JsonObject | undefined {
  const values = member(document, name)
  return isJsonObject(values) ? values : undefined
}
