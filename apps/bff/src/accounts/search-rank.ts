interface Searched {
  readonly id: string
  readonly name: string
  readonly realm: string
}

/**
 * How well an account answers a search, 0 best; undefined when it does not.
 * - order: the id itself, the name's beginning, a later word's beginning, anywhere in the name, the realm, the id's beginning
 * - an empty text matches everything alike
 */
export function searchRank(text: string, { id, name, realm }: Searched): number | undefined {
  const wanted = text.trim().toLowerCase()
  const lowerName = name.toLowerCase()
  const matches = [
    wanted === '' || id === wanted,
    lowerName.startsWith(wanted),
    lowerName.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(wanted)),
    lowerName.includes(wanted),
    realm.toLowerCase().includes(wanted),
    id.startsWith(wanted),
  ]
  const rank = matches.indexOf(true)
  return rank === -1 ? undefined : rank
}
