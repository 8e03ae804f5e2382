import { AppError } from '#bff/errors.ts'

/** A write whose base is not the current revision. */
export function conflict(): AppError {
  return new AppError('conflict', 'The document has changed since it was read. Load it again and repeat the change.')
}

export function missingDatabase(database: string): AppError {
  return new AppError('upstream', `The database "${database}" does not exist.`)
}

/** A write that the store neither took nor called a conflict. */
export function refused(id: string, database: string): AppError {
  return new AppError('upstream', `The store refused to save the document "${id}" in database "${database}".`)
}
