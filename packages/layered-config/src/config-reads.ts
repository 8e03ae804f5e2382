import type { JsonObject } from '@strata/json'
import { type Category, objectSections, type Sections, sectionLayers, sectionValues } from './category.ts'
import { mergeRecursive } from './merge-recursive.ts'

/**
 * The API's effective value of a section: schema default ← `default` section ← this section.
 * For a section that is not stored: the effective `default`. Not what a node uses: see `runtimeLookup`.
 * Source: kapps_config_doc:stored_node/2.
 */
export function effectiveSection(category: Category, section: string): JsonObject {
  return mergeRecursive(...sectionLayers(category, section).map(({ values }) => values))
}

/** What a section has before it sets anything itself: the schema defaults, and for zones and nodes `default` over them. */
export function inheritedBySection(category: Category, section: string): JsonObject {
  return mergeRecursive(
    ...sectionLayers(category, section)
      .slice(0, -1)
      .map(({ values }) => values),
  )
}

/**
 * The answer to reading a whole document: `default` effective, zones and nodes as stored.
 * Source: kapps_config_doc:config_with_default_node/1.
 */
export function configWithDefaultSection(category: Category): Sections {
  return configWithEffective(category, ['default'])
}

/**
 * The answer to reading a whole document with its defaults: every section effective, `default` always among them.
 * Source: kapps_config_doc:config_with_defaults/1.
 */
export function configWithDefaults(category: Category): Sections {
  return configWithEffective(category, Object.keys(objectSections(category.sections)))
}

/**
 * The whole document with `default` and the named sections effective, the others as stored. A named section that is
 * not stored appears with the effective `default`.
 * Source: kapps_config_doc:stored_config/2.
 */
export function configWithEffective(category: Category, names: readonly string[]): Sections {
  const shared = effectiveSection(category, 'default')
  const effective = (name: string) =>
    name === 'default' ? shared : mergeRecursive(shared, sectionValues(category.sections, name))
  return Object.fromEntries([
    ...Object.entries(objectSections(category.sections)),
    ...['default', ...names].map((name) => [name, effective(name)] as const),
  ])
}
