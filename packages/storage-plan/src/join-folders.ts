/**
 * One folder below another; an absolute one stands by itself.
 * - below an empty one it becomes absolute
 * - repeated slashes become one, a `.` between two of them goes, and so does a slash at the end, except of the root
 * Source: filename:join/2.
 */
export function joinFolders(base: string, folder: string): string {
  const joined = folder.startsWith('/') || folder === '' ? folder || base : `${base}/${folder}`
  const plain = joined.replaceAll(/\/(?:\.?\/)+/g, '/')
  return plain === '/' ? plain : plain.replace(/\/$/, '')
}
