import { type KazooVersion, kazooVersions } from '@strata/schema-catalogue'
import { ConfigError } from './config-error.ts'
import type { Env, Variable } from './env.ts'
import {
  accountName,
  anyText,
  host,
  oneOf,
  origin,
  origins,
  type Parse,
  port,
  probeTargets,
  proxies,
  serverUrl,
  truth,
} from './values.ts'

/** What the environment says, typed and with defaults (names and meanings: README, "Configuration"). */
export interface Config {
  readonly port: number
  readonly host: string
  readonly couchdbUrl: string | undefined
  readonly dataDir: string
  readonly admin: {
    readonly username: string
    readonly password: string | undefined
    readonly account: string
  }
  /** Undefined: decided by whose store it is. */
  readonly readOnly: boolean | undefined
  readonly trustedProxies: readonly string[]
  readonly publicUrl: string | undefined
  readonly corsOrigins: '*' | readonly string[]
  /** Addresses, networks and hosts that tests of back-ends may reach although they are not public. */
  readonly probeAllow: readonly string[]
  /** Which KAZOO a store without schemas of its own is taken for. */
  readonly kazooVersion: KazooVersion
  /** What a reader of `/metrics` must bring; undefined: anybody reads it. */
  readonly metricsToken: string | undefined
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent'
  readonly redactSecrets: 'browser' | 'always'
}

/**
 * Reads the configuration. Throws `ConfigError` for the first variable whose value cannot be used.
 * Defaults: contract of the environment in README, "Configuration".
 */
export function toConfig(env: Env): Config {
  const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
  const read = reader(env)
  return {
    port: read('STRATA_PORT', port, 'a number from 0 to 65535') ?? 8000,
    host: read('STRATA_HOST', host, 'a host name or an address') ?? '127.0.0.1',
    couchdbUrl: read('STRATA_COUCHDB_URL', serverUrl, 'an address such as http://user:password@host:5984'),
    dataDir: read('STRATA_DATA_DIR', anyText, 'a folder') ?? './data',
    admin: {
      username: read('STRATA_ADMIN_USERNAME', anyText, 'a name') ?? 'admin',
      password: read('STRATA_ADMIN_PASSWORD', anyText, 'a password'),
      account: read('STRATA_ADMIN_ACCOUNT', accountName, 'a name with at least one letter (a-z) or digit') ?? 'master',
    },
    readOnly: read('STRATA_READ_ONLY', truth, 'true or false'),
    trustedProxies:
      read('STRATA_TRUSTED_PROXIES', proxies, 'addresses or networks such as 10.0.0.0/8, with commas') ?? [],
    publicUrl: read('STRATA_PUBLIC_URL', origin, 'an address without a path, such as https://strata.example.org'),
    corsOrigins: read('STRATA_CORS_ORIGINS', origins, '* or origins such as https://example.org, with commas') ?? '*',
    probeAllow:
      read('STRATA_PROBE_ALLOW', probeTargets, 'addresses, networks such as 10.0.0.0/8, or hosts, with commas') ?? [],
    kazooVersion: read('STRATA_KAZOO_VERSION', oneOf(kazooVersions), kazooVersions.join(' or ')) ?? '4.3',
    metricsToken: read('STRATA_METRICS_TOKEN', anyText, 'a token'),
    logLevel: read('STRATA_LOG_LEVEL', oneOf(levels), `one of ${levels.join(', ')}`) ?? 'info',
    redactSecrets: read('STRATA_REDACT_SECRETS', oneOf(['browser', 'always']), 'browser or always') ?? 'browser',
  }
}

function reader(env: Env) {
  return <T>(variable: Variable, parse: Parse<T>, takes: string): T | undefined => {
    const text = env[variable]
    if (text === undefined) return undefined
    const value = parse(text)
    if (value === undefined) throw new ConfigError(variable, shown(text), takes)
    return value
  }
}

/** Quoted, without what stands before an `@`: that may be a password, however wrong the rest is. */
function shown(text: string): string {
  return JSON.stringify(text.replace(/^.*@/s, '…@'))
}
