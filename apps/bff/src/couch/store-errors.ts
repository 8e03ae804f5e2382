import { AppError } from '#bff/errors/app-error.ts'

/** A write whose base is not the current revision. */
export function conflict(id?: string): AppError {
  const named = id === undefined ? 'The document' : `The document "${id}"`
  return new AppError('conflict', `${named} has changed since it was read. Load it again and repeat the change.`)
}

export function missingDatabase(database: string): AppError {
  return new AppError('upstream', `The database "${database}" does not exist.`)
}

/** A write that the store neither took nor called a conflict. */
export function refused(id: string, database: string): AppError {
  return new AppError('upstream', `The store refused to save the document "${id}" in database "${database}".`)
}

/** Why writes that belong together did not all go through. Its kind and words are those of the one that was refused. */
export class RefusedWrites extends AppError {
  /** Which of them was refused first. */
  readonly at: number
  /** New revisions of those before it that stay stored; none where they are all or nothing. */
  readonly stored: readonly string[]

  constructor(refusal: AppError, { at, stored }: { at: number; stored: readonly string[] }) {
    super(refusal.kind, refusal.message, { cause: refusal })
    this.at = at
    this.stored = stored
  }
}
