import { isSectionName } from '@strata/layered-config'

/** What the address of a category says beside its name. */
export interface CategorySearch {
  /** The section shown; `default` where it says none. */
  section?: string
  /** JSON Pointer of a field to bring into sight. */
  key?: string
  /** The filter's text. */
  q?: string
  only?: 'differs' | 'overridden' | 'unsaved'
  /** `json` shows the JSON beside the form. */
  view?: 'json'
  /** Which JSON; that of the section where it says none. */
  json?: Exclude<JsonShown, 'section'>
}

/** What the JSON shows: the section or the document as drafted, what nodes read, what the API answers, or what the draft changes. */
export type JsonShown = 'section' | 'document' | 'read' | 'effective' | 'difference'

/** Where a first value may be set: every cluster has this category, and it is short. */
export const firstCategory = 'sysconf'

/** Reads the search of an address. What it does not know, or is not as it must be, is left out. */
export function readCategorySearch(search: Record<string, unknown>): CategorySearch {
  const { section, key, q, only, view, json } = search
  return {
    ...(isText(section) && section !== 'default' && isSectionName(section) ? { section } : {}),
    ...(isText(key) && key.startsWith('/') ? { key } : {}),
    ...(isText(q) ? { q } : {}),
    ...(only === 'differs' || only === 'overridden' || only === 'unsaved' ? { only } : {}),
    ...(view === 'json' ? { view } : {}),
    ...(json === 'document' || json === 'read' || json === 'effective' || json === 'difference' ? { json } : {}),
  }
}

declare module '@tanstack/react-router' {
  /** How the field of a category's address is led to. */
  interface HistoryState {
    /** Another number each time: who asks for the same field again is led there again. */
    asked?: number
    /** Into the field; else to its row. */
    entersField?: boolean
  }
}

/** What the address of the area says where no category is open. */
export interface OverviewSearch {
  /** On a small screen, where the list is a page of its own: the overview in place of it. */
  overview?: true
}

/** Reads the search of the area's address. What it does not know is left out. */
export function readOverviewOfConfigs({ overview }: Record<string, unknown>): OverviewSearch {
  return overview === true ? { overview } : {}
}

/** Link to the overview, also on a small screen. */
export function toConfigsOverview() {
  return { to: '/system-configs', search: { overview: true } } as const
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
