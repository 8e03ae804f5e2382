import type { SearchHit } from './search-hit.ts'

export type ResultRow =
  | { readonly kind: 'category'; readonly key: string; readonly category: string; readonly count: number }
  | { readonly kind: 'hit'; readonly key: string; readonly hit: SearchHit }

/**
 * Hits under their categories, the category of the best hit first.
 * - `places` says which row each hit is in
 */
export function resultRows(hits: readonly SearchHit[]): { rows: ResultRow[]; places: number[] } {
  const byCategory = new Map<string, SearchHit[]>()
  for (const hit of hits) {
    const members = byCategory.get(hit.entry.category)
    if (members === undefined) byCategory.set(hit.entry.category, [hit])
    else members.push(hit)
  }
  const rows: ResultRow[] = []
  const places: number[] = []
  for (const [category, members] of byCategory) {
    rows.push({ kind: 'category', key: category, category, count: members.length })
    for (const hit of members) {
      places.push(rows.length)
      rows.push({ kind: 'hit', key: `${category}${hit.entry.pointer}`, hit })
    }
  }
  return { rows, places }
}
