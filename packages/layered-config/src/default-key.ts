import { formatPointer, parsePointer } from '@strata/json'

const prefix = formatPointer(['default'])

/** Whether the schema declares a key at a pointer. */
export type IsDeclared = (pointer: string) => boolean

/**
 * Where a section stores what nodes read at a key.
 * - KAZOO takes a key that begins with `default` for one that names its section already: of `/default/x` the section
 *   `default` is asked at `/x`. Zones and nodes store it as it is written
 * Source: kapps_config:get_default_value/4.
 */
export function placeOfKey(section: string, key: string): string {
  return section === 'default' && beginsWithDefault(key) ? key.slice(prefix.length) : key
}

/**
 * The key at which nodes read what a section stores at a pointer, the inverse of `placeOfKey`; undefined where they read
 * it at none: below `/default` of the section `default`.
 * - what `default` stores at `/x` is read at `/default/x` where the schema declares that key, and not `/x`
 */
export function keyOfPlace(section: string, pointer: string, isDeclared: IsDeclared): string | undefined {
  if (section !== 'default') return pointer
  if (beginsWithDefault(pointer)) return undefined
  const first = formatPointer(parsePointer(pointer).slice(0, 1))
  return first !== '' && isDeclared(prefix + first) && !isDeclared(first) ? prefix + pointer : pointer
}

/** Whether nodes never read what a section stores at a pointer, whatever the schema says. */
export function isReadByNobody(section: string, pointer: string): boolean {
  return section === 'default' && beginsWithDefault(pointer)
}

function beginsWithDefault(pointer: string): boolean {
  return pointer === prefix || pointer.startsWith(`${prefix}/`)
}
