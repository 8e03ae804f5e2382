import { withAddressesMasked } from '@strata/kazoo-schemas'
import { type DestinationStream, type Logger as PinoLogger, pino } from 'pino'
import { prettyFactory } from 'pino-pretty'
import type { Config } from '../config/config.ts'
import { withoutSecrets } from './logged-value.ts'

export type Logger = PinoLogger

/** The parts of the server that log, each under its own name. */
export type Subsystem = 'start' | 'http' | 'auth' | 'documents' | 'store'

interface Options {
  readonly level: Config['logLevel']
  /** Lines for people instead of one JSON object a line. */
  readonly readable: boolean
  readonly destination: DestinationStream
}

/**
 * The root logger.
 * - `error`: someone must act; `warn`: it mends itself; one `info` for each request and each write
 * - whatever is logged, values under names that carry secrets are left out, and so are the secrets of addresses, in the
 *   message, too
 */
export function createLogger({ level, readable, destination }: Options): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }), log: withoutSecrets },
    serializers: { err: (shown: unknown) => shown, msg: withAddressesMasked },
  }
  if (!readable) return pino(options, destination)
  const prettify = prettyFactory({ colorize: true, translateTime: 'SYS:HH:MM:ss' })
  return pino(options, { write: (line) => destination.write(prettify(line)) })
}

/** The logger of one part of the server. */
export function subsystemLogger(logger: Logger, subsystem: Subsystem): Logger {
  return logger.child({ subsystem })
}
