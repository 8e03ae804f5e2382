import type { NodeDetail, NodeReading, NodeSetting } from '@strata/api-types'
import { deepEqual, type JsonValue } from '@strata/json'
import { keyText } from '../words/key-text.ts'
import type { NodeSearch } from './routes.ts'

/** A key of a category as one node reads it, and beside it as another one does. */
export interface SettingRow {
  readonly type: 'setting'
  readonly category: string
  readonly pointer: string
  /** Undefined: it reads what the schema says. */
  readonly setting: NodeSetting | undefined
  readonly beside: NodeSetting | undefined
}

export interface CategoryRow {
  readonly type: 'category'
  readonly category: string
  readonly count: number
  /** How many more there are than the server lists. */
  readonly leftOut: number
}

export type NodeRow = CategoryRow | SettingRow

/** The settings that deviate, or those that the node sets itself; beside another node those that the two read otherwise. */
export function settingRows(
  detail: NodeDetail,
  other: NodeDetail | undefined,
  { q = '', only }: NodeSearch,
): SettingRow[] {
  const words = q.toLowerCase().split(/\s+/)
  const finds = ({ category, pointer }: SettingRow) => {
    const text = `${category} ${keyText(pointer)}`.toLowerCase()
    return words.every((word) => text.includes(word))
  }
  return pairs(detail, other).filter((row) => isMeant(row, other !== undefined, only) && finds(row))
}

function isMeant({ setting, beside }: SettingRow, isCompared: boolean, only: NodeSearch['only']): boolean {
  if (only === 'own' && setting?.own === undefined) return false
  if (isCompared) return !areReadAlike(setting, beside)
  return only === 'own' || setting?.deviates === true
}

/** Every key that either of the two lists, by category. */
function pairs(detail: NodeDetail, other: NodeDetail | undefined): SettingRow[] {
  const found = new Map<string, SettingRow>()
  const add = (from: NodeDetail, side: 'setting' | 'beside') => {
    for (const { category, settings } of from.categories) {
      for (const setting of settings) {
        const { pointer } = setting
        const id = JSON.stringify([category, pointer])
        const row = found.get(id) ?? { type: 'setting', category, pointer, setting: undefined, beside: undefined }
        found.set(id, { ...row, [side]: setting })
      }
    }
  }
  add(detail, 'setting')
  if (other !== undefined) add(other, 'beside')
  return [...found.values()].sort((a, b) => (a.category === b.category ? 0 : a.category < b.category ? -1 : 1))
}

/** The rows of the list: each category, with its settings below it. */
export function nodeRows(settings: readonly SettingRow[], { categories }: NodeDetail): NodeRow[] {
  const leftOut = new Map(categories.map((each) => [each.category, each.left_out]))
  const groups = new Map<string, SettingRow[]>()
  for (const row of settings) groups.set(row.category, [...(groups.get(row.category) ?? []), row])
  return [...groups].flatMap(([category, rows]): NodeRow[] => [
    { type: 'category', category, count: rows.length, leftOut: leftOut.get(category) ?? 0 },
    ...rows,
  ])
}

export function nodeRowKey(row: NodeRow): string {
  return row.type === 'category' ? row.category : JSON.stringify([row.category, row.pointer])
}

/** Which layers the settings that deviate come from, and in how many categories they are. */
export function deviations({ categories }: NodeDetail) {
  const counts = { settings: 0, categories: 0, node: 0, zone: 0, default: 0 }
  for (const { settings } of categories) {
    const deviating = settings.filter(({ deviates }) => deviates === true)
    if (deviating.length > 0) counts.categories += 1
    counts.settings += deviating.length
    for (const { readings } of deviating) {
      // Where it depends on a zone that nobody knows, the highest layer that may answer.
      const layer = (['node', 'zone', 'default'] as const).find((each) => readings.some((one) => one.layer === each))
      if (layer !== undefined) counts[layer] += 1
    }
  }
  return counts
}

/** Whether two nodes have the same at a key; what is not listed is what the schema says. */
function areReadAlike(a: NodeSetting | undefined, b: NodeSetting | undefined): boolean {
  const says = (a ?? b)?.schema_default
  return deepEqual(valuesOf(a, says), valuesOf(b, says))
}

function valuesOf(setting: NodeSetting | undefined, says: JsonValue | undefined): JsonValue {
  const readings: readonly NodeReading[] = setting?.readings ?? [{ layer: 'built-in' }]
  const [first, ...others] = readings.map((reading) => readValue(reading, says))
  // One reading that is sure is another than several that happen to be listed.
  return others.length === 0
    ? (first ?? [])
    : readings.map((reading) => [reading.if_zone ?? null, readValue(reading, says)])
}

/** In a list, so that nothing is another value than any. */
function readValue(reading: NodeReading, says: JsonValue | undefined): JsonValue[] {
  if (reading.layer !== 'built-in') return [reading.value]
  return says === undefined ? [] : [says]
}
