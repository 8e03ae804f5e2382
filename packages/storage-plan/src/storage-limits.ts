import { formatPointer, isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { planRules, rulePointer, type StoredRule } from './plan-rule.ts'
import { conditionalRules } from './rule-condition.ts'

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
  /** Items of one list. */
  items: 200,
  /** Everything in it: objects, lists and what they hold. */
  values: 4000,
  /** Letters of all keys and texts. */
  characters: 250_000,
} as const

export type StorageMeasure = keyof typeof storageLimits

/** A limit that a document is above. */
export interface LimitExcess {
  readonly measure: StorageMeasure
  readonly limit: number
  readonly count: number
  /** Where the most of them are. */
  readonly pointer: string
}

/**
 * The limits that a document is above, and by what.
 * - what is stored above a limit may stay and become less: then its own count is the limit
 * - a hidden secret, as browsers send it, counts as the one value that it stands for
 */
export function limitExcesses(document: JsonObject, stored: JsonObject | undefined): LimitExcess[] {
  const counts = countsOf(document)
  const above = measures.filter((measure) => counts[measure].count > storageLimits[measure])
  if (above.length === 0) return []
  const before = stored === undefined ? undefined : countsOf(stored)
  return above.flatMap((measure) => {
    const limit = Math.max(storageLimits[measure], before?.[measure].count ?? 0)
    return counts[measure].count > limit ? [{ measure, limit, ...counts[measure] }] : []
  })
}

/** In the order in which they help: who has too many types need not be told of too many values. */
const measures = [
  'attachments',
  'connections',
  'types',
  'conditions',
  'rules',
  'keys',
  'items',
  'values',
  'characters',
] as const

interface Count {
  readonly count: number
  readonly pointer: string
}

function countsOf(document: JsonObject): Record<StorageMeasure, Count> {
  const rules = storedRules(document)
  const classes = planRules(document).filter(({ type }) => type === undefined)
  const { values, characters, items } = sizeOf(document)
  return {
    attachments: { count: keysOf(document.attachments), pointer: '/attachments' },
    connections: { count: keysOf(document.connections), pointer: '/connections' },
    types: largest(
      classes.map((rule) => ({ count: keysOf(rule.content.types), pointer: `${rulePointer(rule)}/types` })),
    ),
    conditions: largest(rules.flatMap(conditionsOf)),
    rules: { count: rules.length, pointer: '/plan' },
    keys: largest([
      ...settingsOf(document, 'attachments'),
      ...settingsOf(document, 'connections'),
      ...rules.map((rule) => {
        const { attachments } = rule.content
        const count = isJsonObject(attachments) ? keysOf(attachments.params) : 0
        return { count, pointer: `${rulePointer(rule)}/attachments/params` }
      }),
    ]),
    items: { count: items, pointer: '' },
    values: { count: values, pointer: '' },
    characters: { count: characters, pointer: '' },
  }
}

/** Every rule of a document: of its classes and types, and those by month and name within them. */
export function storedRules(document: JsonObject): StoredRule[] {
  return [...planRules(document), ...conditionalRules(document)]
}

function conditionsOf(rule: StoredRule): Count[] {
  return (['range', 'regex'] as const).map((by) => ({
    count: keysOf(rule.content[by]),
    pointer: rulePointer(rule) + formatPointer([by]),
  }))
}

function settingsOf(document: JsonObject, map: 'attachments' | 'connections'): Count[] {
  const entries = document[map]
  return Object.entries(isJsonObject(entries) ? entries : {}).map(([id, entry]) => ({
    count: isJsonObject(entry) ? keysOf(entry.settings) : 0,
    pointer: formatPointer([map, id, 'settings']),
  }))
}

function largest(counts: readonly Count[]): Count {
  return counts.reduce((most, each) => (each.count > most.count ? each : most), { count: 0, pointer: '/plan' })
}

function keysOf(value: JsonValue | undefined): number {
  return isJsonObject(value) ? Object.keys(value).length : 0
}

function sizeOf(document: JsonObject): { values: number; characters: number; items: number } {
  const size = { values: 0, characters: 0, items: 0 }
  const add = (value: JsonValue, weight: number) => {
    size.values += weight
    if (typeof value === 'string') size.characters += value.length
    if (typeof value !== 'object' || value === null) return
    if (Array.isArray(value)) size.items = Math.max(size.items, value.length)
    const weightBelow = isHiddenSecret(value) ? 0 : weight
    for (const [key, child] of Object.entries(value)) {
      size.characters += key.length
      add(child, weightBelow)
    }
  }
  add(document, 1)
  return size
}

/** Nothing with much in it passes for one. */
function isHiddenSecret(value: JsonValue): boolean {
  if (!isJsonObject(value) || value.$secret !== 'set') return false
  const members = Object.values(value)
  return members.length <= 4 && members.every((member) => typeof member !== 'object')
}
