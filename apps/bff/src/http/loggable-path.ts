/**
 * A path without what somebody may have put into it that signs in: anything that looks like a token. A match can only
 * begin where a word does: otherwise a path of one long word costs the square of its length.
 */
export function loggablePath(path: string): string {
  return path.replace(/(?<![\w-])[\w-]{16,}\.[\w-]{16,}\.[\w-]{16,}/g, '***')
}
