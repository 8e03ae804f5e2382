/**
 * The groups whose best entry is called like the text, then those where it begins with it, then those where a word of it
 * does, then the others; as given where nothing tells them apart. The first entry of a group is its best.
 * - what stands between words, `_` or a space, makes no difference
 */
export function bestFirst<Group extends { entries: readonly { label: string }[] }>(
  groups: readonly Group[],
  text: string,
): Group[] {
  const needle = spaced(text)
  const distance = ({ entries: [best] }: Group) => distanceOf(spaced(best?.label ?? ''), needle)
  return groups.toSorted((a, b) => distance(a) - distance(b))
}

function distanceOf(label: string, needle: string): number {
  const at = label.indexOf(needle)
  if (at === 0) return label === needle ? 0 : 1
  return at > 0 && /[^a-z0-9]/.test(label.charAt(at - 1)) ? 2 : 3
}

function spaced(text: string): string {
  return text.trim().toLowerCase().replaceAll('_', ' ')
}
