import uFuzzy from '@leeoniya/ufuzzy'

const matcher = new uFuzzy({ intraMode: 1 })

/** The entries whose label fits the text, the best first, at most `limit`; all of them where there is no text. */
export function rank<Entry extends { label: string }>(entries: Entry[], text: string, limit: number): Entry[] {
  if (text.trim() === '') return entries.slice(0, limit)
  const [indexes, info, order] = matcher.search(
    entries.map(({ label }) => label),
    text,
    1,
  )
  const best = order?.map((place) => info?.idx[place]) ?? indexes ?? []
  return best.slice(0, limit).flatMap((index) => {
    const entry = index === undefined ? undefined : entries[index]
    return entry === undefined ? [] : [entry]
  })
}
