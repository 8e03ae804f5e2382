import type { JsonObject } from '@strata/json'
import { type Category, sectionValues } from './category.ts'
import { configWithEffective, effectiveSection, inheritedBySection } from './config-reads.ts'
import { diff } from './diff.ts'
import { mergePatch } from './merge-patch.ts'
import { mergeRecursive } from './merge-recursive.ts'

/**
 * What is stored of a whole document that `category.sections` holds: its difference from one combined base.
 * - `default` is compared with the schema defaults
 * - every other section with the schema defaults under the document's own, new `default`; so a node keeps a value that
 *   equals the schema default when `default` says otherwise
 * - a section without a difference disappears, an explicitly empty one stays unless its base is empty too
 * - fields that are no sections are kept
 */
export function documentDifference(category: Category): JsonObject {
  const { sections, defaults } = category
  const base = mergeRecursive(defaults, sectionValues(sections, 'default'))
  return diff(
    sections,
    Object.fromEntries(Object.keys(sections).map((name) => [name, name === 'default' ? defaults : base])),
  )
}

/**
 * What zones and nodes inherit where the document as it was read is written back whole: `default` came effective, so what
 * a `null` there deleted is inherited again.
 */
export function inheritedByWholeWrite(defaults: JsonObject, shared: JsonObject): JsonObject {
  return mergeRecursive(defaults, mergeRecursive(defaults, shared))
}

/**
 * What is stored of one section that shall have `values`: its difference from what it inherits. `default` keeps only
 * what differs from the schema defaults.
 */
export function sectionDifference(category: Category, section: string, values: JsonObject): JsonObject {
  return diff(values, inheritedBySection(category, section))
}

/**
 * The whole document with a PATCH merged onto it, to be validated and then stored as its `documentDifference`.
 * - `default` and the sections that the patch names are effective before the merge, the others as stored
 * - the merge is the recursive one: `null` for a key resets it to what it inherits, `null` for a section removes the
 *   section, `{}` changes nothing
 * - a named section keeps the value it had when the same patch changes that value in `default`
 */
export function patchedDocument(category: Category, patch: JsonObject): JsonObject {
  return mergeRecursive(configWithEffective(category, Object.keys(patch)), patch)
}

/**
 * One section's effective value with a PATCH merged onto it, to be validated and then stored as its
 * `sectionDifference`. Here `{}` replaces an object by the empty one, so that the inherited values show through.
 */
export function patchedSection(category: Category, section: string, patch: JsonObject): JsonObject {
  return mergePatch(effectiveSection(category, section), patch)
}
