/** What the address of a category says beside its name. */
export interface CategorySearch {
  /** The section shown; `default` where it says none. */
  section?: string
  /** JSON Pointer of a field to bring into sight. */
  key?: string
  /** The filter's text. */
  q?: string
  only?: 'overridden' | 'unsaved'
  /** `json` shows the JSON beside the form. */
  view?: 'json'
  /** Which JSON; that of the section where it says none. */
  json?: Exclude<JsonShown, 'section'>
}

/** What the JSON shows: the section or the document as drafted, the section's effective values, or what the draft changes. */
export type JsonShown = 'section' | 'document' | 'effective' | 'difference'

/** Reads the search of an address. What it does not know, or is not as it must be, is left out. */
export function readCategorySearch(search: Record<string, unknown>): CategorySearch {
  const { section, key, q, only, view, json } = search
  return {
    ...(isText(section) && section !== 'default' ? { section } : {}),
    ...(isText(key) && key.startsWith('/') ? { key } : {}),
    ...(isText(q) ? { q } : {}),
    ...(only === 'overridden' || only === 'unsaved' ? { only } : {}),
    ...(view === 'json' ? { view } : {}),
    ...(json === 'document' || json === 'effective' || json === 'difference' ? { json } : {}),
  }
}

/** Link to the list of categories. */
export function toCategories() {
  return { to: '/system-configs' } as const
}

/** Link to a category. */
export function toCategory(category: string, search: CategorySearch = {}) {
  return { to: '/system-configs/$category', params: { category }, search } as const
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
