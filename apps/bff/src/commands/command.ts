import type { BackupCounts } from '#bff/backup/backup-line.ts'

/** One command of `pnpm strata`. */
export interface Command {
  /** What is written behind `pnpm strata`. */
  readonly usage: string
  /** Gives what to tell whoever ran it. Throws `UsageError` for wrong arguments, `AppError` in words for the rest. */
  readonly run: (args: string[], environment: Environment) => Promise<string>
}

export type Environment = Readonly<Record<string, string | undefined>>

/** Arguments that a command does not take. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** `3 databases with 1 document and 0 attachments` */
export function inWords({ databases, documents, attachments }: BackupCounts): string {
  const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`
  const [files, texts] = [counted(attachments, 'attachment'), counted(documents, 'document')]
  return `${counted(databases, 'database')} with ${texts} and ${files}`
}
