const collator = new Intl.Collator('en', { numeric: true })

/** The order of nodes and zones: `app2` before `app10`. */
export function compareNames(a: string, b: string): number {
  return collator.compare(a, b)
}
