/** A path without what somebody may have put into it that signs in: anything that looks like a token. */
export function loggablePath(path: string): string {
  return path.replace(/[\w-]{16,}\.[\w-]{16,}\.[\w-]{16,}/g, '***')
}
