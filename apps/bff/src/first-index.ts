/** The first index from which on `isThere` holds of an ordered list's items; its length where it holds of none. */
export function firstIndex<Item>(items: readonly Item[], isThere: (item: Item) => boolean): number {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const item = items[middle]
    if (item !== undefined && isThere(item)) high = middle
    else low = middle + 1
  }
  return low
}
