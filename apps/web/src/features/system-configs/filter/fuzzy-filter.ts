import uFuzzy from '@leeoniya/ufuzzy'

/** Words in any order, each with at most one slip of the finger. */
export const fuzzy = new uFuzzy({ intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 })

/** The indexes of the texts that a search finds, in their order; all of them for a blank search. */
export function fuzzyFilter(texts: readonly string[], search: string): number[] {
  const needle = search.trim()
  if (needle === '') return texts.map((_, index) => index)
  const [found] = fuzzy.search([...texts], needle, 1, 0)
  return [...(found ?? [])].sort((a, b) => a - b)
}
