/** What the address of a comparison says. */
export interface CompareSearch {
  leftCategory?: string
  /** `default` where it says none; so on the right. */
  leftSection?: string
  rightCategory?: string
  rightSection?: string
  /** What the API answers instead of what is stored. */
  values?: 'effective'
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
    ...(values === 'effective' ? { values } : {}),
    ...(show === 'all' ? { show } : {}),
    ...(isText(q) ? { q } : {}),
  }
}

/** Link to the comparison of two sections; without a right side, with `default` of the same category. */
export function toCompare(left?: ComparedSide, right?: ComparedSide) {
  const other = right ?? (left === undefined ? undefined : { category: left.category, section: 'default' })
  const search = readCompareSearch({
    leftCategory: left?.category,
    leftSection: left?.section,
    rightCategory: other?.category,
    rightSection: other?.section,
  })
  return { to: '/compare', search } as const
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
