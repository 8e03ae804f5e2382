import type { SearchEntry, Setting } from './search-entry.ts'

/** A setting that a search finds. */
export interface SearchHit {
  readonly entry: SearchEntry
  /** The stored values that the search is about; all of them where it does not say. */
  readonly settings: readonly Setting[]
}
