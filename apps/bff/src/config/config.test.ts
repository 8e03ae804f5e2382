import { describe, expect, it } from 'vitest'
import { type Config, ConfigError, toConfig } from './config.ts'
import { readEnv, type Variable } from './env.ts'

const DEFAULTS: Config = {
  port: 8000,
  host: '127.0.0.1',
  couchdbUrl: undefined,
  dataDir: './data',
  admin: { username: 'admin', password: undefined, account: 'master' },
  readOnly: undefined,
  trustedProxies: [],
  publicUrl: undefined,
  corsOrigins: '*',
  probeAllow: [],
  kazooVersion: '4.3',
  metricsToken: undefined,
  logLevel: 'info',
  redactSecrets: 'browser',
}

const configOf = (environment: Record<string, string | undefined>) => toConfig(readEnv(environment).env)

describe(toConfig, () => {
  it('has a default for everything', () => expect(configOf({})).toEqual(DEFAULTS))

  it('takes an empty variable for an unset one', () => {
    expect(configOf({ STRATA_PORT: '', STRATA_COUCHDB_URL: '', STRATA_READ_ONLY: '' })).toEqual(DEFAULTS)
  })

  const taken: { variable: Variable; text: string; expected: Partial<Config> }[] = [
    { variable: 'STRATA_PORT', text: '0', expected: { port: 0 } },
    { variable: 'STRATA_PORT', text: '65535', expected: { port: 65_535 } },
    { variable: 'STRATA_HOST', text: '0.0.0.0', expected: { host: '0.0.0.0' } },
    { variable: 'STRATA_HOST', text: '::1', expected: { host: '::1' } },
    { variable: 'STRATA_HOST', text: 'console.example.org', expected: { host: 'console.example.org' } },
    {
      variable: 'STRATA_COUCHDB_URL',
      text: 'http://user:p%40ss@couch:5984',
      expected: { couchdbUrl: 'http://user:p%40ss@couch:5984' },
    },
    {
      variable: 'STRATA_COUCHDB_URL',
      text: 'https://couch.example.org/db/',
      expected: { couchdbUrl: 'https://couch.example.org/db/' },
    },
    { variable: 'STRATA_DATA_DIR', text: '/var/lib/strata', expected: { dataDir: '/var/lib/strata' } },
    { variable: 'STRATA_ADMIN_USERNAME', text: 'root', expected: { admin: { ...DEFAULTS.admin, username: 'root' } } },
    {
      variable: 'STRATA_ADMIN_PASSWORD',
      text: ' with spaces ',
      expected: { admin: { ...DEFAULTS.admin, password: ' with spaces ' } },
    },
    {
      variable: 'STRATA_ADMIN_ACCOUNT',
      text: 'Acme Corp.',
      expected: { admin: { ...DEFAULTS.admin, account: 'Acme Corp.' } },
    },
    { variable: 'STRATA_READ_ONLY', text: 'true', expected: { readOnly: true } },
    { variable: 'STRATA_READ_ONLY', text: 'False', expected: { readOnly: false } },
    {
      variable: 'STRATA_TRUSTED_PROXIES',
      text: '10.0.0.0/8, ::1,loopback',
      expected: { trustedProxies: ['10.0.0.0/8', '::1', 'loopback'] },
    },
    {
      variable: 'STRATA_PUBLIC_URL',
      text: 'https://strata.example.org:8443/',
      expected: { publicUrl: 'https://strata.example.org:8443' },
    },
    { variable: 'STRATA_CORS_ORIGINS', text: '*', expected: { corsOrigins: '*' } },
    {
      variable: 'STRATA_CORS_ORIGINS',
      text: 'https://a.example, http://b.example:3000',
      expected: { corsOrigins: ['https://a.example', 'http://b.example:3000'] },
    },
    {
      variable: 'STRATA_PROBE_ALLOW',
      text: '10.0.0.0/8, 127.0.0.1,::1,fd00::/8,minio.internal, localhost',
      expected: { probeAllow: ['10.0.0.0/8', '127.0.0.1', '::1', 'fd00::/8', 'minio.internal', 'localhost'] },
    },
    { variable: 'STRATA_KAZOO_VERSION', text: '5', expected: { kazooVersion: '5' } },
    { variable: 'STRATA_METRICS_TOKEN', text: 'an invented token', expected: { metricsToken: 'an invented token' } },
    { variable: 'STRATA_LOG_LEVEL', text: 'silent', expected: { logLevel: 'silent' } },
    { variable: 'STRATA_REDACT_SECRETS', text: 'always', expected: { redactSecrets: 'always' } },
  ]
  for (const { variable, text, expected } of taken) {
    it(`takes ${variable}=${text}`, () => expect(configOf({ [variable]: text })).toEqual({ ...DEFAULTS, ...expected }))
  }

  const refused: { variable: Variable; text: string; line: string }[] = [
    { variable: 'STRATA_PORT', text: 'http', line: 'STRATA_PORT is "http"; it takes a number from 0 to 65535.' },
    { variable: 'STRATA_PORT', text: '65536', line: 'STRATA_PORT is "65536"; it takes a number from 0 to 65535.' },
    { variable: 'STRATA_PORT', text: '80.5', line: 'STRATA_PORT is "80.5"; it takes a number from 0 to 65535.' },
    { variable: 'STRATA_HOST', text: 'a b', line: 'STRATA_HOST is "a b"; it takes a host name or an address.' },
    {
      variable: 'STRATA_COUCHDB_URL',
      text: 'couch:5984',
      line: 'STRATA_COUCHDB_URL is "couch:5984"; it takes an address such as http://user:password@host:5984.',
    },
    {
      variable: 'STRATA_COUCHDB_URL',
      text: 'ftp://admin:hush@couch',
      line: 'STRATA_COUCHDB_URL is "…@couch"; it takes an address such as http://user:password@host:5984.',
    },
    {
      variable: 'STRATA_COUCHDB_URL',
      text: 'admin:hush@ush@couch:5984',
      line: 'STRATA_COUCHDB_URL is "…@couch:5984"; it takes an address such as http://user:password@host:5984.',
    },
    {
      variable: 'STRATA_COUCHDB_URL',
      text: 'http://admin:100%@couch',
      line: 'STRATA_COUCHDB_URL is "…@couch"; it takes an address such as http://user:password@host:5984.',
    },
    {
      variable: 'STRATA_ADMIN_ACCOUNT',
      text: '¡!',
      line: 'STRATA_ADMIN_ACCOUNT is "¡!"; it takes a name with at least one letter (a-z) or digit.',
    },
    { variable: 'STRATA_READ_ONLY', text: 'yes', line: 'STRATA_READ_ONLY is "yes"; it takes true or false.' },
    {
      variable: 'STRATA_READ_ONLY',
      text: 'constructor',
      line: 'STRATA_READ_ONLY is "constructor"; it takes true or false.',
    },
    {
      variable: 'STRATA_TRUSTED_PROXIES',
      text: '10.0.0.0/33',
      line: 'STRATA_TRUSTED_PROXIES is "10.0.0.0/33"; it takes addresses or networks such as 10.0.0.0/8, with commas.',
    },
    {
      variable: 'STRATA_TRUSTED_PROXIES',
      text: '10.0.0.1,proxy',
      line: 'STRATA_TRUSTED_PROXIES is "10.0.0.1,proxy"; it takes addresses or networks such as 10.0.0.0/8, with commas.',
    },
    {
      variable: 'STRATA_PUBLIC_URL',
      text: 'https://example.org/strata',
      line: 'STRATA_PUBLIC_URL is "https://example.org/strata"; it takes an address without a path, such as https://strata.example.org.',
    },
    {
      variable: 'STRATA_CORS_ORIGINS',
      text: 'example.org',
      line: 'STRATA_CORS_ORIGINS is "example.org"; it takes * or origins such as https://example.org, with commas.',
    },
    {
      variable: 'STRATA_PROBE_ALLOW',
      text: '10.0.0.0/33',
      line: 'STRATA_PROBE_ALLOW is "10.0.0.0/33"; it takes addresses, networks such as 10.0.0.0/8, or hosts, with commas.',
    },
    {
      variable: 'STRATA_PROBE_ALLOW',
      text: '10.0.0,minio',
      line: 'STRATA_PROBE_ALLOW is "10.0.0,minio"; it takes addresses, networks such as 10.0.0.0/8, or hosts, with commas.',
    },
    {
      variable: 'STRATA_PROBE_ALLOW',
      text: 'http://minio:9000',
      line: 'STRATA_PROBE_ALLOW is "http://minio:9000"; it takes addresses, networks such as 10.0.0.0/8, or hosts, with commas.',
    },
    {
      variable: 'STRATA_KAZOO_VERSION',
      text: '5.0',
      line: 'STRATA_KAZOO_VERSION is "5.0"; it takes 4.3 or 5.',
    },
    {
      variable: 'STRATA_LOG_LEVEL',
      text: 'verbose',
      line: 'STRATA_LOG_LEVEL is "verbose"; it takes one of trace, debug, info, warn, error, fatal, silent.',
    },
    {
      variable: 'STRATA_REDACT_SECRETS',
      text: 'never',
      line: 'STRATA_REDACT_SECRETS is "never"; it takes browser or always.',
    },
  ]
  for (const { variable, text, line } of refused) {
    it(`refuses ${variable}=${text}`, () => {
      const attempt = () => configOf({ [variable]: text })
      expect(attempt).toThrow(ConfigError)
      expect(attempt).toThrow(line)
    })
  }
})

describe(readEnv, () => {
  it('names the variables of ours that mean nothing, and no other', () => {
    const { env, unknown } = readEnv({
      STRATA_PORT: '1',
      STRATA_AMQP_URL: 'amqp://x',
      STRATA_PROT: '2',
      STRATA_WORKERS: '',
      STRATA_TEST_COUCHDB_URL: 'http://x',
      PATH: '/bin',
    })
    expect(unknown).toEqual(['STRATA_AMQP_URL', 'STRATA_PROT'])
    expect(env).toEqual({ STRATA_PORT: '1' })
  })
})
