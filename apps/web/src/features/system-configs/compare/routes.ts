export type ComparedValues = 'read' | 'stored' | 'effective'

/** What the address of a comparison says. */
export interface CompareSearch {
  leftCategory?: string
  /** `default` where it says none; so on the right. */
  leftSection?: string
  rightCategory?: string
  rightSection?: string
  /** What nodes read, what is stored, or what the API answers; without a word the first in one category, else the second. */
  values?: ComparedValues
  /** All keys, not only those that differ. */
  show?: 'all'
  /** The filter's text. */
  q?: string
}

/** One side of a comparison. */
export interface ComparedSide {
  readonly category: string
  readonly section: string
}

/** Reads the search of an address. What it does not know is left out; `default` is what a section is without a word. */
export function readCompareSearch(search: Record<string, unknown>): CompareSearch {
  const { leftCategory, leftSection, rightCategory, rightSection, values, show, q } = search
  return {
    ...(isText(leftCategory) ? { leftCategory } : {}),
    ...(isText(leftSection) && leftSection !== 'default' ? { leftSection } : {}),
    ...(isText(rightCategory) ? { rightCategory } : {}),
    ...(isText(rightSection) && rightSection !== 'default' ? { rightSection } : {}),
    ...(isCompared(values) ? { values } : {}),
    ...(show === 'all' ? { show } : {}),
    ...(isText(q) ? { q } : {}),
  }
}

/** Link to the comparison of two sections; `q` is the filter's text. */
export function toCompare(left?: ComparedSide, right?: ComparedSide, q?: string) {
  const search = readCompareSearch({
    leftCategory: left?.category,
    leftSection: left?.section,
    rightCategory: right?.category,
    rightSection: right?.section,
    q,
  })
  return { to: '/compare', search } as const
}

function isCompared(value: unknown): value is ComparedValues {
  return value === 'read' || value === 'stored' || value === 'effective'
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
