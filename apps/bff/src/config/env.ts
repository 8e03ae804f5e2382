import { kazooVersions } from '@strata/schema-catalogue'
import { z } from 'zod'
import { accountName, host, origin, origins, port, probeTargets, proxies, serverUrl, text, truth } from './values.ts'

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

/**
 * Every variable that Strata takes from the environment, what it takes in words, and what holds without it.
 * Meanings: README, "Configuration".
 */
export const environment = z.object({
  STRATA_PORT: port.default(8000).describe('a number from 0 to 65535'),
  STRATA_HOST: host.default('127.0.0.1').describe('a host name or an address'),
  STRATA_COUCHDB_URL: serverUrl.optional().describe('an address such as http://user:password@host:5984'),
  STRATA_DATA_DIR: text.default('./data').describe('a folder'),
  STRATA_ADMIN_USERNAME: text.default('admin').describe('a name'),
  STRATA_ADMIN_PASSWORD: text.optional().describe('a password'),
  STRATA_ADMIN_ACCOUNT: accountName.default('master').describe('a name with at least one letter (a-z) or digit'),
  /** Unset: decided by whose store it is. */
  STRATA_READ_ONLY: truth.optional().describe('true or false'),
  STRATA_TRUSTED_PROXIES: proxies.default([]).describe('addresses or networks such as 10.0.0.0/8, with commas'),
  STRATA_PUBLIC_URL: origin.optional().describe('an address without a path, such as https://strata.example.org'),
  STRATA_CORS_ORIGINS: origins.default('*').describe('* or origins such as https://example.org, with commas'),
  /** Addresses, networks and hosts that tests of back-ends may reach although they are not public. */
  STRATA_PROBE_ALLOW: probeTargets
    .default([])
    .describe('addresses, networks such as 10.0.0.0/8, or hosts, with commas'),
  /** Which KAZOO a store without schemas of its own is taken for. */
  STRATA_KAZOO_VERSION: z.enum(kazooVersions).default('4.3').describe(kazooVersions.join(' or ')),
  /** What a reader of `/metrics` must bring; unset: anybody reads it. */
  STRATA_METRICS_TOKEN: text.optional().describe('a token'),
  STRATA_LOG_LEVEL: z
    .enum(levels)
    .default('info')
    .describe(`one of ${levels.join(', ')}`),
  STRATA_REDACT_SECRETS: z.enum(['browser', 'always']).default('browser').describe('browser or always'),
})

export type Variable = keyof typeof environment.shape

/** What the environment says, as text; an empty variable counts as unset. */
export type Env = Partial<Record<Variable, string>>

/** The variables that are set, and those with our prefix that mean nothing here. */
export function readEnv(given: Readonly<Record<string, string | undefined>>): { env: Env; unknown: string[] } {
  const set = Object.entries(given).flatMap(([name, value]) =>
    name.startsWith('STRATA_') && value ? [[name, value] as const] : [],
  )
  return {
    env: Object.fromEntries(set.filter(([name]) => isVariable(name))),
    unknown: set.map(([name]) => name).filter((name) => !isVariable(name) && !name.startsWith('STRATA_TEST_')),
  }
}

export function isVariable(name: string): name is Variable {
  return Object.hasOwn(environment.shape, name)
}
