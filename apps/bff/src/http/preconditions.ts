import { AppError } from '#bff/errors/app-error.ts'
import type { ApiRequest } from './route.ts'

/**
 * Holds a write to its `If-Match` header.
 * - `revision` is the stored document's, `undefined` where there is none (a create, or nothing stored yet)
 * - `*` asks for any stored document
 * - a system config's tag `<revision>-s<schema revision>` counts by its revision; `0-s…` means that nothing is stored
 * Throws `precondition-failed`.
 */
export function requireMatch(request: Pick<ApiRequest, 'ifMatch'>, revision: string | undefined): void {
  if (request.ifMatch === undefined) return
  const tags = tagsOf(request.ifMatch)
  const isMatch =
    revision === undefined
      ? tags.some((tag) => tag.startsWith('0-s'))
      : tags.some((tag) => tag === '*' || tag.split('-s')[0] === revision)
  if (isMatch) return
  throw new AppError(
    'precondition-failed',
    'The document is not the one that If-Match names: read it again and repeat the change on what you find.',
  )
}

/** Whether the client already holds what `etag` names (`If-None-Match`). */
export function isNotModified(ifNoneMatch: string | undefined, etag: string | undefined): boolean {
  if (ifNoneMatch === undefined || etag === undefined) return false
  return tagsOf(ifNoneMatch).some((tag) => tag === '*' || tag === etag)
}

function tagsOf(header: string): string[] {
  return header.split(',').map((tag) =>
    tag
      .trim()
      .replace(/^W\//, '')
      .replace(/^"(.*)"$/, '$1'),
  )
}
