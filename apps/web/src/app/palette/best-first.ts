/**
 * The groups whose best entry begins with the text, then those where a word of it does, then the others; as given where
 * nothing tells them apart. The first entry of a group is its best.
 */
export function bestFirst<Group extends { entries: readonly { label: string }[] }>(
  groups: readonly Group[],
  text: string,
): Group[] {
  const needle = text.trim().toLowerCase()
  const distance = ({ entries: [best] }: Group) => distanceOf(best?.label.toLowerCase() ?? '', needle)
  return groups.toSorted((a, b) => distance(a) - distance(b))
}

function distanceOf(label: string, needle: string): number {
  const at = label.indexOf(needle)
  if (at === 0) return 0
  return at > 0 && /[^a-z0-9]/.test(label.charAt(at - 1)) ? 1 : 2
}
