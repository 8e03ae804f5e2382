import type { ConfigIndex, IndexedCategory, IndexedKey } from '@strata/api-types'
import { isJsonObject, type JsonValue, parsePointer } from '@strata/json'
import { humanise } from '@strata/kazoo-schemas'
import {
  type IsDeclared,
  isReadByNobody,
  isSecretMarker,
  keyOfPlace,
  type SectionKind,
  sectionKind,
} from '@strata/layered-config'
import { keyText } from '../words/key-text.ts'

/** A value stored for a setting. */
export interface Setting {
  readonly section: string
  readonly kind: SectionKind
  readonly value: JsonValue
  readonly isNoise: boolean
  readonly isInvalid: boolean
  /** No node looks where it is stored. */
  readonly isUnread: boolean
  /** Where the section stores it. */
  readonly pointer: string
  /** What it is found by, lower case; nothing of a secret. */
  readonly text: string
}

/** A setting as a search sees it: a key that a schema declares, or that is stored somewhere. */
export interface SearchEntry {
  readonly category: string
  readonly pointer: string
  readonly key: string
  readonly title: string
  readonly description: string
  readonly types: readonly string[]
  readonly isSecret: boolean
  /** By a schema; else it is there only where it is stored. */
  readonly isDeclared: boolean
  /** `default` first, then zones, then nodes, each by name. */
  readonly settings: readonly Setting[]
  /** The key, category and title in lower case: what may be mistyped. */
  readonly names: SearchNames
  /** In lower case. */
  readonly descriptionText: string
}

interface SearchNames {
  readonly leaf: string
  readonly key: string
  readonly title: string
  readonly category: string
}

/**
 * Every setting of an index, by category, in the order of the schema and then as stored.
 * - what holds other settings is none itself: it is found by them, through its title
 * - keys that no schema declares have the name and the type of what is stored
 */
export function searchEntries({ categories }: ConfigIndex): SearchEntry[] {
  return categories.flatMap(entriesOf)
}

function entriesOf(category: IndexedCategory): SearchEntry[] {
  const keys = new Map(category.keys.map((key) => [key.pointer, key]))
  const settings = settingsByKey(category, (pointer) => keys.has(pointer))
  const pointers = [...new Set([...keys.keys(), ...settings.keys()])]
  const holders = new Set(pointers.flatMap(placesAround))
  return pointers
    .filter((pointer) => settings.has(pointer) || !holders.has(pointer))
    .map((pointer) => entryOf(category.id, pointer, keys, settings.get(pointer) ?? []))
}

function entryOf(
  category: string,
  pointer: string,
  keys: ReadonlyMap<string, IndexedKey>,
  settings: readonly Setting[],
): SearchEntry {
  const declared = keys.get(pointer)
  const key = keyText(pointer)
  const title = [...placesAround(pointer).reverse(), pointer]
    .map((place) => titleOf(place, keys.get(place)))
    .join(' › ')
  const description = declared?.description ?? ''
  return {
    category,
    pointer,
    key,
    title,
    description,
    types: declared === undefined ? [...new Set(settings.map(({ value }) => typeOf(value)))] : declared.type.split('|'),
    isSecret: declared?.secret === true || settings.some(({ value }) => isSecretMarker(value)),
    isDeclared: declared !== undefined,
    settings,
    names: {
      leaf: (parsePointer(pointer).at(-1) ?? '').toLowerCase(),
      key: key.toLowerCase(),
      title: title.toLowerCase(),
      category: category.toLowerCase(),
    },
    descriptionText: description.toLowerCase(),
  }
}

const ORDER: readonly SectionKind[] = ['default', 'zone', 'node']

/** By the key that nodes read them at; what no node reads, where it is stored. */
function settingsByKey({ sections }: IndexedCategory, isDeclared: IsDeclared): Map<string, Setting[]> {
  const found = new Map<string, Setting[]>()
  const named = Object.entries(sections).map(([section, leaves]) => ({ section, kind: sectionKind(section), leaves }))
  named.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (a.section < b.section ? -1 : 1))
  for (const { section, kind, leaves } of named) {
    for (const [pointer, value, ...marks] of leaves) {
      const setting = {
        section,
        kind,
        value,
        isNoise: marks.includes('noise'),
        isInvalid: marks.includes('invalid'),
        isUnread: isReadByNobody(section, pointer),
        pointer,
        text: searchedText(value),
      }
      const key = keyOfPlace(section, pointer, isDeclared) ?? pointer
      const others = found.get(key)
      if (others === undefined) found.set(key, [setting])
      else others.push(setting)
    }
  }
  return found
}

/** The pointers of what a place lies in, the innermost first; not the section itself. */
function placesAround(pointer: string): string[] {
  const end = pointer.lastIndexOf('/')
  if (end <= 0) return []
  const around = pointer.slice(0, end)
  return [around, ...placesAround(around)]
}

function titleOf(pointer: string, declared: IndexedKey | undefined): string {
  return declared?.title ?? humanise(parsePointer(pointer).at(-1) ?? '')
}

/** The type of a stored value, as a schema names it. */
export function typeOf(value: JsonValue): string {
  if (value === null) return 'null'
  if (isSecretMarker(value)) return 'string'
  if (Array.isArray(value)) return 'array'
  if (isJsonObject(value)) return 'object'
  return Number.isInteger(value) ? 'integer' : typeof value
}

function searchedText(value: JsonValue): string {
  if (isSecretMarker(value)) return value.shown?.toLowerCase() ?? ''
  return (typeof value === 'string' ? value : JSON.stringify(value)).toLowerCase()
}
