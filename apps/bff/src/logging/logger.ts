import { secretByName, withAddressesMasked } from '@strata/kazoo-schemas'
import { type DestinationStream, type Logger as PinoLogger, pino } from 'pino'
import { prettyFactory } from 'pino-pretty'
import type { Config } from '../config/config.ts'

/** Names under which requests, documents and settings carry secrets, beside those of credentials. */
const SECRET_NAME =
  /^(x-auth-token|authorization|proxy-authorization|cookie|set-cookie|settings)$|^pvt_|password|secret|token|credential|api_?key/i
const HIDDEN = '[not logged]'
const DEEPEST = 8

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

/**
 * What is logged of an object: values under secret names are replaced, the secrets of addresses are masked, errors shown
 * with their causes.
 */
function withoutSecrets(logged: Record<string, unknown>): Record<string, unknown> {
  return members(logged, 0)
}

function members(object: object, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [name, isSecretName(name) ? HIDDEN : shown(value, depth + 1)]),
  )
}

function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name) || secretByName(name) !== undefined
}

function shown(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return withAddressesMasked(value)
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Error) return shownError(value, depth)
  if (depth > DEEPEST) return '[deeper]'
  if (Array.isArray(value)) return value.map((item) => shown(item, depth + 1))
  if (value instanceof URL) return withAddressesMasked(value.href)
  if (value instanceof Date) return value.toISOString()
  return members(value, depth)
}

/** Only these members: errors of libraries carry whole requests and documents. */
function shownError(error: Error, depth: number): Record<string, unknown> {
  return {
    type: error.name,
    ...('kind' in error ? { kind: error.kind } : {}),
    message: withAddressesMasked(error.message),
    stack: error.stack === undefined ? undefined : withAddressesMasked(error.stack),
    ...(error.cause === undefined || depth > DEEPEST ? {} : { cause: shown(error.cause, depth + 1) }),
  }
}
