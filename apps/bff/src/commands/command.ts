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
