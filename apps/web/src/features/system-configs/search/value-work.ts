import { deepEqual, type JsonValue } from '@strata/json'
import { isSecretMarker, type LeafOperation, placeOfKey, type SectionKind } from '@strata/layered-config'
import type { BulkItem } from '../bulk/bulk-of.ts'
import { type ChosenValue, isHidden } from './chosen-values.ts'

/**
 * Why something is not done to a chosen value:
 * - `secret`: nobody here knows it; `long`: the search holds only its beginning
 * - `lowest`: it is in that layer or below it already; `zone`: nobody knows the zone of its node
 * - `differ`: others that would go to the same place say otherwise
 */
export type LeftOutReason = 'secret' | 'long' | 'lowest' | 'zone' | 'differ'

/** What is done to some of the chosen values, and to how many of them by each item. */
export interface ValueItem extends BulkItem {
  readonly values: number
}

export interface ValueWork {
  readonly items: readonly ValueItem[]
  /** How many of the chosen values are not part of it, and why. */
  readonly leftOut: ReadonlyMap<LeftOutReason, number>
}

/** All of them become one value; secrets are set where all that belongs to them is in sight. */
export function settingWork(chosen: readonly ChosenValue[], value: JsonValue): ValueWork {
  const settable = chosen.filter((each) => !isHidden(each))
  return {
    items: settable.map((each) => item([each], [{ ...placeOf(each), op: 'set', value }])),
    leftOut: counted(chosen.filter(isHidden).map(() => 'secret')),
  }
}

/** None of them is stored any more: what is below holds. */
export function removalWork(chosen: readonly ChosenValue[]): ValueWork {
  return { items: chosen.map((each) => item([each], [removal(each)])), leftOut: new Map() }
}

/** The layers that values can be moved down to. */
export type LowerLayer = Exclude<SectionKind, 'node'>

/**
 * They are stored once in a lower layer instead: for the zone of their nodes, or for `default`.
 * - what goes to the same place must say the same
 * - it is kept there whatever is below, as the nodes would else go on to that
 */
export function movingWork(chosen: readonly ChosenValue[], to: LowerLayer, zoneOf: ZoneOf): ValueWork {
  const staying: LeftOutReason[] = []
  const moving = new Map<string, { section: string; values: ChosenValue[] }>()
  for (const value of chosen) {
    const target = targetOf(value, to, zoneOf)
    if ('stays' in target) {
      staying.push(target.stays)
      continue
    }
    const { section } = target
    const id = JSON.stringify([value.entry.category, value.entry.pointer, section])
    moving.set(id, { section, values: [...(moving.get(id)?.values ?? []), value] })
  }
  const items = [...moving.values()].flatMap(({ section, values }) => {
    const operations = movedTo(section, values)
    if (operations === undefined) staying.push(...values.map(() => 'differ' as const))
    return operations === undefined ? [] : [item(values, operations)]
  })
  return { items, leftOut: counted(staying) }
}

type ZoneOf = (node: string) => string | undefined

/** Characters of a value that the index holds. */
const INDEXED = 200

function targetOf(
  { entry, setting }: ChosenValue,
  to: LowerLayer,
  zoneOf: ZoneOf,
): { section: string } | { stays: LeftOutReason } {
  const { kind, section, value } = setting
  if (kind === 'default' || kind === to) return { stays: 'lowest' }
  if (entry.isSecret || isSecretMarker(value)) return { stays: 'secret' }
  if (typeof value === 'string' && value.length > INDEXED) return { stays: 'long' }
  if (to === 'default') return { section: 'default' }
  const zone = zoneOf(section)
  return zone === undefined ? { stays: 'zone' } : { section: zone }
}

/** Undefined where they do not say the same. */
function movedTo(section: string, values: readonly ChosenValue[]): LeafOperation[] | undefined {
  const [first] = values
  if (first === undefined || !values.every(({ setting }) => deepEqual(setting.value, first.setting.value))) return
  const pointer = placeOfKey(section, first.entry.pointer)
  return [{ section, pointer, op: 'set', value: first.setting.value, pin: true }, ...values.map(removal)]
}

function removal(value: ChosenValue): LeafOperation {
  return { ...placeOf(value), op: 'remove' }
}

function placeOf({ setting: { section, pointer } }: ChosenValue) {
  return { section, pointer }
}

/** Of values of one category. */
function item(values: readonly ChosenValue[], operations: readonly LeafOperation[]): ValueItem {
  return { category: values[0]?.entry.category ?? '', values: values.length, operations }
}

function counted(reasons: readonly LeftOutReason[]): ReadonlyMap<LeftOutReason, number> {
  const counts = new Map<LeftOutReason, number>()
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return counts
}
