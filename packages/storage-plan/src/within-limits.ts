import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { ruleReferences } from './rule-references.ts'
import type { StorageLayer } from './storage-layer.ts'
import { countRules, isAboveLimits, storageLimits } from './storage-limits.ts'

/** Layers with as much in them as documents may hold. */
export interface LayersWithinLimits {
  readonly layers: readonly StorageLayer[]
  /** How many rules the documents have that are told in part, and how many are told; undefined where all are told whole. */
  readonly truncated: { readonly rules: number; readonly shown: number } | undefined
}

/**
 * Layers with no more in them than documents may hold, to answer questions about what was stored before there were
 * limits: what comes first is told.
 * - a document within its limits is told whole
 * - rules of `types` are always told, and so are the back-ends and connections that told rules name
 */
export function withinLimits(layers: readonly StorageLayer[], types: readonly string[] = []): LayersWithinLimits {
  const isLarge = layers.map(({ values }) => isAboveLimits(values))
  if (!isLarge.includes(true)) return { layers, truncated: undefined }
  const planOf = types.length === 0 ? firstOfPlan : (values: JsonObject) => toldPlan(values, types)
  const plans = layers.map(({ values }, index) => (isLarge[index] ? planOf(values) : values))
  const named = new Set(plans.flatMap((plan) => ruleReferences(plan, '5').map(({ id }) => id)))
  const rulesOf = (documents: readonly JsonObject[]) =>
    documents.filter((_, index) => isLarge[index]).reduce((sum, document) => sum + countRules(document), 0)
  return {
    layers: layers.map((layer, index) => {
      const { values } = layer
      const plan = plans[index] ?? {}
      return { ...layer, values: isLarge[index] ? { ...plan, ...toldEntries(values, named) } : values }
    }),
    truncated: { rules: rulesOf(layers.map(({ values }) => values)), shown: rulesOf(plans) },
  }
}

/** What is told of a document's plan where no type is asked for: found once, as no document is changed in its place. */
const firstOfPlans = new WeakMap<JsonObject, JsonObject>()

function firstOfPlan(document: JsonObject): JsonObject {
  const first = firstOfPlans.get(document) ?? toldPlan(document, [])
  firstOfPlans.set(document, first)
  return first
}

/** A document's plan alone, with the first types of each class. */
function toldPlan({ plan }: JsonObject, asked: readonly string[]): JsonObject {
  let left: number = storageLimits.rules
  const classes = Object.entries(isJsonObject(plan) ? plan : {}).flatMap(([name, rule]) => {
    if (left <= 0) return []
    left -= 1
    if (!isJsonObject(rule) || !isJsonObject(rule.types)) return [[name, rule] as const]
    const types = firstTypes(rule.types, asked, Math.min(left, storageLimits.types))
    left -= Object.keys(types).length
    return [[name, { ...rule, types }] as const]
  })
  const room = { values: storageLimits.values / 2, characters: storageLimits.characters / 2 }
  return { plan: copyWithin(Object.fromEntries(classes), room) ?? {} }
}

function firstTypes(types: JsonObject, asked: readonly string[], most: number): JsonObject {
  const mine = asked.filter((type) => Object.hasOwn(types, type)).slice(0, most)
  const first = Object.keys(types).slice(0, most)
  const others = first.filter((type) => !mine.includes(type)).slice(0, most - mine.length)
  return Object.fromEntries([...others, ...mine].map((type) => [type, types[type] ?? null]))
}

/** A document's back-ends and connections: the first, and those that are named, each with its share of the room. */
function toldEntries(document: JsonObject, named: ReadonlySet<string>): JsonObject {
  const told = (entries: JsonValue | undefined, most: number): JsonObject => {
    const all = isJsonObject(entries) ? entries : {}
    const chosen = Object.keys(all).filter((id, index) => index < most || named.has(id))
    const share = (limit: number) => Math.floor(limit / 5 / chosen.length)
    const copies = chosen.map((id) => {
      const room = {
        values: Math.max(20, share(storageLimits.values)),
        characters: Math.max(1000, share(storageLimits.characters)),
      }
      return [id, copyWithin(all[id] ?? null, room) ?? {}] as const
    })
    return Object.fromEntries(copies)
  }
  return {
    attachments: told(document.attachments, storageLimits.attachments),
    connections: told(document.connections, storageLimits.connections),
  }
}

/** A copy of as much of a value as there is room for, which it takes; undefined where none is left. */
function copyWithin(value: JsonValue, room: { values: number; characters: number }): JsonValue | undefined {
  room.values -= 1
  room.characters -= typeof value === 'string' ? value.length : 0
  if (room.values < 0 || room.characters < 0) return undefined
  if (Array.isArray(value)) {
    const items = value.slice(0, storageLimits.items).map((item) => copyWithin(item, room))
    return items.filter((item) => item !== undefined)
  }
  if (!isJsonObject(value)) return value
  // Not by entries: there may be 50,000, of which a hundred are told.
  const members = Object.keys(value)
    .slice(0, storageLimits.keys)
    .flatMap((key) => {
      room.characters -= key.length
      const copied = copyWithin(value[key] ?? null, room)
      return copied === undefined ? [] : [[key, copied] as const]
    })
  return Object.fromEntries(members)
}
