/** What a section name stands for: the whole cluster, one zone or one node. Anything with `@` is a node. */
export type SectionKind = 'default' | 'zone' | 'node'

export function sectionKind(name: string): SectionKind {
  if (name === 'default') return 'default'
  return name.includes('@') ? 'node' : 'zone'
}

/**
 * Whether a section may have this name: any text but the empty one, `id`, and what CouchDB and KAZOO keep for
 * themselves at the top level of a document (`_…`, `pvt_…`; also with an `@`, because such a key is never public).
 */
export function isSectionName(name: string): boolean {
  return name !== '' && name !== 'id' && !name.startsWith('_') && !name.startsWith('pvt_')
}

const nodePattern = /(?!id\b)(?!default\b)^.+@.+$/
const zonePattern = /(?!id\b)(?!default\b)^[a-zA-Z0-9.]+$/

/**
 * Whether KAZOO validates a section of this name against the category's schema. Others (`us-east`, `zone_1`,
 * `default.x`) it stores unchecked.
 * Source: the `system_configs` schema.
 */
export function isValidatedByKazoo(name: string): boolean {
  return name === 'default' || nodePattern.test(name) || zonePattern.test(name)
}
