import type { SweepKind } from '@strata/api-types'
import type { Found } from './found.ts'

export type SweepRow =
  | { readonly type: 'kind'; readonly kind: SweepKind; readonly found: readonly Found[] }
  | { readonly type: 'category'; readonly kind: SweepKind; readonly category: string; readonly found: readonly Found[] }
  | { readonly type: 'finding'; readonly found: Found }

/** The rows of the list: each kind, below it each category, below that its findings; in the order of the findings. */
export function sweepRows(found: readonly Found[]): SweepRow[] {
  return runs(found, ({ finding }) => finding.kind).flatMap(([kind, ofKind]): SweepRow[] => [
    { type: 'kind', kind, found: ofKind },
    ...runs(ofKind, ({ category }) => category).flatMap(([category, ofCategory]): SweepRow[] => [
      { type: 'category', kind, category, found: ofCategory },
      ...ofCategory.map((each): SweepRow => ({ type: 'finding', found: each })),
    ]),
  ])
}

/** Tells a row from all others. */
export function sweepRowKey(row: SweepRow): string {
  if (row.type === 'kind') return row.kind
  return row.type === 'category' ? `${row.kind} ${row.category}` : row.found.id
}

function runs<Key>(found: readonly Found[], keyOf: (found: Found) => Key): [Key, Found[]][] {
  const groups = new Map<Key, Found[]>()
  for (const each of found) {
    const members = groups.get(keyOf(each))
    if (members === undefined) groups.set(keyOf(each), [each])
    else members.push(each)
  }
  return [...groups]
}
