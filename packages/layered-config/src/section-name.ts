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

/** Why nobody can have meant a name: a character that nobody sees, a slash, more bytes than a name may have. */
export type NameFault = 'invisible' | 'slash' | 'long'

const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u
const longest = 255

/**
 * Why no new section, and no new category, should have this name; undefined where it may.
 * - `invisible`: control characters, those that turn the writing direction, and what takes no room (zero width)
 * - `long`: over 255 bytes of UTF-8
 * Sections and categories that have such a name already are read, written and removed like any other.
 */
export function nameFault(name: string): NameFault | undefined {
  if (unseen.test(name)) return 'invisible'
  if (/[/\\]/.test(name)) return 'slash'
  return bytesOf(name) > longest ? 'long' : undefined
}

/** In UTF-8: what is escaped stands as `%XX` for each byte. */
function bytesOf(name: string): number {
  return encodeURIComponent(name).replaceAll(/%../g, '.').length
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
