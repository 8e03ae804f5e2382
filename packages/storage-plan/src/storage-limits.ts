import { formatPointer, isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { conditionalRulesIn, planRules, rulePointer, type StoredRule } from './plan-rule.ts'

/**
 * What a storage document may hold at most: real ones have dozens of each, and everybody who reads or saves one, or one
 * that lies above it, pays for what is in it.
 */
export const storageLimits = {
  /** Back-ends. A save tests each that changed. */
  attachments: 100,
  connections: 100,
  /** Rules for document types in one class of databases. */
  types: 100,
  /** Rules by month, or by name, within one rule. */
  conditions: 30,
  /** Rules of all classes and types, and those by month and name within them. */
  rules: 250,
  /** Settings of one back-end or connection, or params of one rule. */
  keys: 100,
  /** Letters of all keys and texts of one back-end or connection: a test hides each in all that servers say. */
  entryCharacters: 4000,
  /** Items of one list. */
  items: 200,
  /** Everything in it: objects, lists and what they hold. */
  values: 4000,
  /** Letters of all keys and texts. */
  characters: 100_000,
} as const

export type StorageMeasure = keyof typeof storageLimits

/**
 * How many times a limit a document may still hold after a save, where more was stored: of what holds more than that
 * validating and comparing it takes too long.
 */
export const mostTimesOver = 2

/** A limit that a document is above. */
export interface LimitExcess {
  readonly measure: StorageMeasure
  readonly limit: number
  readonly count: number
  /** How many are stored; 0 where nothing is. */
  readonly stored: number
  /** Where the most of them are. */
  readonly pointer: string
}

/**
 * The limits that a document is above, and by what.
 * - what is stored above a limit may stay and become less: then its own count is the limit
 * - … up to so many `times` the limit, where that is given
 * - a hidden secret, as browsers send it, counts as the one value that it stands for
 */
export function limitExcesses(document: JsonObject, stored: JsonObject | undefined, times = Infinity): LimitExcess[] {
  const counts = countsOf(document)
  const above = measures.filter((measure) => counts[measure].count > storageLimits[measure])
  if (above.length === 0) return []
  const before = stored === undefined ? undefined : countsOf(stored)
  return above.flatMap((measure) => {
    const { count, pointer } = counts[measure]
    const known = before?.[measure].count ?? 0
    const limit = Math.max(storageLimits[measure], Math.min(known, times * storageLimits[measure]))
    return count > limit ? [{ measure, limit, count, stored: known, pointer: pointer() }] : []
  })
}

/**
 * Whether a document holds more than so many times a limit.
 * - no more is looked at than it takes to tell, however much there is
 */
export function isAboveLimits(document: JsonObject, times = 1): boolean {
  const { values, characters } = storageLimits
  const size = sizeOf(document, { values: times * values, characters: times * characters })
  if (size.isMore) return true
  const counts = countsOf(document)
  return measures.some((measure) => counts[measure].count > times * storageLimits[measure])
}

/** In the order in which they help: who has too many types need not be told of too many values. */
const measures = [
  'attachments',
  'connections',
  'types',
  'conditions',
  'rules',
  'keys',
  'entryCharacters',
  'items',
  'values',
  'characters',
] as const

interface Count {
  readonly count: number
  readonly pointer: () => string
}

type Counts = Readonly<Record<StorageMeasure, Count>>

/** Each document is counted once: none is ever changed in its place. */
const known = new WeakMap<JsonObject, Counts>()

function countsOf(document: JsonObject): Counts {
  const counts = known.get(document) ?? counted(document)
  known.set(document, counts)
  return counts
}

function counted(document: JsonObject): Counts {
  const rules = storedRules(document)
  const classes = rules.filter(({ type, condition }) => type === undefined && condition === undefined)
  const { values, characters, items } = sizeOf(document)
  const at = (count: number, pointer: string): Count => ({ count, pointer: () => pointer })
  return {
    attachments: at(keysOf(document.attachments), '/attachments'),
    connections: at(keysOf(document.connections), '/connections'),
    types: largest(
      classes,
      ({ content }) => keysOf(content.types),
      (rule) => `${rulePointer(rule)}/types`,
    ),
    conditions: largestOf(
      (['range', 'regex'] as const).map((by) =>
        largest(
          rules,
          ({ content }) => keysOf(content[by]),
          (rule) => rulePointer(rule) + formatPointer([by]),
        ),
      ),
    ),
    rules: at(rules.length, '/plan'),
    keys: largestOf([
      ...largestEntries(document, (entry) => (isJsonObject(entry) ? keysOf(entry.settings) : 0), '/settings'),
      largest(
        rules,
        ({ content: { attachments } }) => (isJsonObject(attachments) ? keysOf(attachments.params) : 0),
        (rule) => `${rulePointer(rule)}/attachments/params`,
      ),
    ]),
    entryCharacters: largestOf(largestEntries(document, (entry) => sizeOf(entry).characters)),
    items: at(items, ''),
    values: at(values, ''),
    characters: at(characters, ''),
  }
}

/** How many rules a document has, those by month and name among them. */
export function countRules(document: JsonObject): number {
  return countsOf(document).rules.count
}

/** Every rule of a document: of its classes and types, and those by month and name within them. */
export function storedRules(document: JsonObject): StoredRule[] {
  const rules = planRules(document)
  return [...rules, ...rules.flatMap(conditionalRulesIn)]
}

/** The largest of a document's back-ends, and of its connections. */
function largestEntries(document: JsonObject, count: (entry: JsonValue) => number, part = ''): Count[] {
  return (['attachments', 'connections'] as const).map((map) => {
    const entries = document[map]
    return largest(
      Object.entries(isJsonObject(entries) ? entries : {}),
      ([, entry]) => count(entry),
      ([id]) => formatPointer([map, id]) + part,
    )
  })
}

/** The largest of many; where it is, is put into words for that one alone. */
function largest<Place>(places: readonly Place[], count: (place: Place) => number, pointer: (place: Place) => string) {
  let most: Count = { count: 0, pointer: () => '/plan' }
  for (const place of places) {
    const counted = count(place)
    if (counted > most.count) most = { count: counted, pointer: () => pointer(place) }
  }
  return most
}

function largestOf(counts: readonly Count[]): Count {
  return largest(
    counts,
    ({ count }) => count,
    ({ pointer }) => pointer(),
  )
}

function keysOf(value: JsonValue | undefined): number {
  return isJsonObject(value) ? Object.keys(value).length : 0
}

/** How large a value is; once it is more than `most`, the rest is not looked at. */
function sizeOf(whole: JsonValue, most = { values: Infinity, characters: Infinity }) {
  const size = { values: 0, characters: 0, items: 0, isMore: false }
  const add = (value: JsonValue, weight: number) => {
    size.values += weight
    if (typeof value === 'string') size.characters += value.length
    size.isMore = size.values > most.values || size.characters > most.characters
    if (size.isMore || typeof value !== 'object' || value === null) return
    if (Array.isArray(value)) {
      size.items = Math.max(size.items, value.length)
      for (const child of value) if (!size.isMore) add(child, weight)
      return
    }
    const weightBelow = isHiddenSecret(value) ? 0 : weight
    // Not by entries: an array for each of 50,000 keys takes four times as long.
    for (const key of Object.keys(value)) {
      size.characters += key.length
      add(value[key] ?? null, weightBelow)
      if (size.isMore) return
    }
  }
  add(whole, 1)
  return size
}

/** Nothing with much in it passes for one. */
function isHiddenSecret(value: JsonValue): boolean {
  if (!isJsonObject(value) || value.$secret !== 'set') return false
  const members = Object.values(value)
  return members.length <= 4 && members.every((member) => typeof member !== 'object')
}
