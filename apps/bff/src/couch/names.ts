import { AppError } from '#bff/errors/app-error.ts'

/**
 * Whether a document of this id can exist. CouchDB keeps names with a leading `_` for itself: asked for `_all_docs` it
 * would answer something that is no document at all.
 */
export function isDocumentId(id: string): boolean {
  return id !== '' && !id.startsWith('_') && isWellFormed(id)
}

/** Throws `invalid` for an id that no document can have. */
export function assertDocumentId(id: string): void {
  if (!isDocumentId(id)) {
    throw new AppError(
      'invalid',
      `"${id}" cannot be the id of a document: it is empty, begins with "_" or is not text.`,
    )
  }
}

/** Whether an id cannot be a segment of a URL, because clients and servers resolve dot segments away. */
export function isDotSegment(id: string): boolean {
  return id === '.' || id === '..'
}

/** Half a surrogate pair has no UTF-8 form, so neither a URL nor a key can hold it. */
function isWellFormed(text: string): boolean {
  return !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text)
}

/** Whether CouchDB allows a database of this name: lower case, beginning with a letter, or one of its own (`_users`). */
export function isDatabaseName(name: string): boolean {
  return /^(_|[a-z])[a-z0-9_$()+/-]*$/.test(name) && name.length <= 238
}
