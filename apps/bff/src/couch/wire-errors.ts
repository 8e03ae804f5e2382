import { AppError } from '#bff/errors.ts'

/** Whether the store says that the document or its whole database is not there. */
export function isMissing(error: unknown): boolean {
  return statusOf(error) === 404
}

/** What went wrong in a database, in the one vocabulary of the server. Errors that are already in it pass. */
export function toAppError(error: unknown, database: string): AppError {
  if (error instanceof AppError) return error
  switch (statusOf(error)) {
    case 404:
      return new AppError('upstream', `The database "${database}" does not exist.`, { cause: error })
    case 409:
      return conflict(error)
    default:
      return new AppError('upstream', `The store failed in database "${database}": ${describe(error)}`, {
        cause: error,
      })
  }
}

/** A write whose base is not the current revision. */
export function conflict(cause?: unknown): AppError {
  return new AppError('conflict', 'The document has changed since it was read. Load it again and repeat the change.', {
    cause,
  })
}

/** A write that the store neither took nor called a conflict. */
export function refused(id: string, database: string): AppError {
  return new AppError('upstream', `The store refused to save the document "${id}" in database "${database}".`)
}

/** One line about any error. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const reason = 'reason' in error && typeof error.reason === 'string' ? error.reason : error.message
  return reason || error.name
}

function statusOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined
}
