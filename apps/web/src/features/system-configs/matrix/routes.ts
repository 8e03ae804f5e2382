/** What the address of a matrix says beside the category. */
export interface MatrixSearch {
  /** The text of the filter of keys. */
  q?: string
  /** Part of the name of a section: a zone with all its nodes, or single nodes. */
  in?: string
  /** Keys that some section reads differently, or that any section sets. */
  only?: 'differing' | 'set'
  /** Where the cell is that is led to: a section, and the JSON Pointer of a setting in it. */
  section?: string
  key?: string
}

/** Reads the search of an address. What it does not know is left out. */
export function readMatrixSearch(search: Record<string, unknown>): MatrixSearch {
  const { q, in: within, only, section, key } = search
  return {
    ...(isText(q) ? { q } : {}),
    ...(isText(within) ? { in: within } : {}),
    ...(only === 'differing' || only === 'set' ? { only } : {}),
    ...(isText(section) && section !== 'default' ? { section } : {}),
    ...(isText(key) && key.startsWith('/') ? { key } : {}),
  }
}

/** Link to the matrix of a category: its keys by sections. */
export function toMatrix(category: string, search: MatrixSearch = {}) {
  return { to: '/system-configs/$category/matrix', params: { category }, search } as const
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
