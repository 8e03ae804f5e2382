import type { SignIn } from '@strata/sample-cluster'
import type { Logger } from '../logging/logger.ts'
import type { Established } from '../origin/establish-origin.ts'
import type { RunningServer } from './start-server.ts'

interface Audience {
  readonly hasTerminal: boolean
  readonly logger: Logger
  readonly print: (text: string) => void
}

/** What the server says while it starts: lines for a person at a terminal, log entries otherwise. */
export type Announcements = ReturnType<typeof createAnnouncements>

/** Announcements for where this server runs. A password is printed to a terminal only, and logged never. */
export function createAnnouncements({ hasTerminal, logger, print }: Audience) {
  return {
    /** Variables that are set and mean nothing. */
    unknownVariables(names: readonly string[]): void {
      for (const name of names) logger.warn(`${name} is set, but this version of Strata knows no such variable.`)
    },
    /** Variables that are set, and say nothing of a demo. */
    notOfDemo(names: readonly string[]): void {
      for (const name of names) logger.warn(`${name} is set, but a demo has a store of its own, which takes writes.`)
    },
    /** What a damaged data folder has lost, by `database/id`, as far as it is known. */
    loss(lost: readonly string[]): void {
      const known = lost.length === 0 ? 'what is lost has no name any more' : 'these documents are lost'
      logger.error({ lost }, `the data folder was damaged: ${known}; what was damaged lies beside it`)
    },
    administrator(made: NonNullable<Established['administrator']>, passwordFile: string): void {
      const { account, username, password, isPasswordRandom } = made
      if (!isPasswordRandom) logger.info({ account, username }, 'made the administrator with the password given')
      else if (hasTerminal)
        print(signInLines('Sign in with (shown only this once):', [{ account, username, password }]))
      else logger.info({ account, username }, waiting(passwordFile))
    },
    /** The file with the administrator's password, which nobody has used yet. */
    waitingPassword: (passwordFile: string): void => logger.info(waiting(passwordFile)),
    demo(signIns: readonly Pick<SignIn, 'accountName' | 'username' | 'password'>[]): void {
      const rows = signIns.map(({ accountName: account, username, password }) => ({ account, username, password }))
      print(signInLines('A throwaway store with an invented cluster. Sign in with any of:', rows))
    },
    ready({ url, context: { store, origin, readOnly } }: Pick<RunningServer, 'url' | 'context'>): void {
      const note = readOnly ? ' (read-only)' : ''
      if (hasTerminal) print(`\n  Strata is ready: ${url}${note}\n\n`)
      else logger.info({ url, store: store.kind, origin, read_only: readOnly }, `Strata is ready: ${url}${note}`)
    },
  }
}

function waiting(passwordFile: string): string {
  return `the administrator's password is in ${passwordFile}, which is removed at the first sign-in`
}

function signInLines(title: string, rows: { account: string; username: string; password: string }[]): string {
  const width = (key: 'account' | 'username') => Math.max(key.length, ...rows.map((row) => row[key].length)) + 3
  const [accounts, usernames] = [width('account'), width('username')]
  const line = (account: string, username: string, password: string) =>
    `    ${account.padEnd(accounts)}${username.padEnd(usernames)}${password}`
  return [
    '',
    `  ${title}`,
    line('account', 'username', 'password'),
    ...rows.map(({ account, username, password }) => line(account, username, password)),
    '',
  ].join('\n')
}
