/**
 * One folder below another; an absolute one stands by itself.
 * - repeated slashes become one, slashes at the end go, except of the root
 * Source: filename:join/2.
 */
export function joinFolders(base: string, folder: string): string {
  const joined = folder.startsWith('/') || base === '' ? folder : `${base}/${folder}`
  const parts = joined.split('/').filter((part) => part !== '')
  return (joined.startsWith('/') ? '/' : '') + parts.join('/')
}
