import { type Env, environment, isVariable, type Variable } from './env.ts'

/** What the environment says, typed and with defaults. */
export type Config = ReturnType<typeof toConfig>

/** Reads the configuration. Throws `ConfigError` for the first variable whose value cannot be used. */
export function toConfig(env: Env) {
  const { success, data, error } = environment.safeParse(env)
  if (!success) {
    const variable = error.issues.map(({ path: [name] }) => String(name)).find(isVariable)
    if (variable === undefined) throw error
    throw new ConfigError(variable, shown(env[variable] ?? ''), environment.shape[variable].description ?? '')
  }
  return {
    port: data.STRATA_PORT,
    host: data.STRATA_HOST,
    couchdbUrl: data.STRATA_COUCHDB_URL,
    dataDir: data.STRATA_DATA_DIR,
    admin: {
      username: data.STRATA_ADMIN_USERNAME,
      password: data.STRATA_ADMIN_PASSWORD,
      account: data.STRATA_ADMIN_ACCOUNT,
    },
    readOnly: data.STRATA_READ_ONLY,
    trustedProxies: data.STRATA_TRUSTED_PROXIES,
    publicUrl: data.STRATA_PUBLIC_URL,
    corsOrigins: data.STRATA_CORS_ORIGINS,
    probeAllow: data.STRATA_PROBE_ALLOW,
    kazooVersion: data.STRATA_KAZOO_VERSION,
    metricsToken: data.STRATA_METRICS_TOKEN,
    logLevel: data.STRATA_LOG_LEVEL,
    redactSecrets: data.STRATA_REDACT_SECRETS,
  }
}

/** Quoted, without what stands before an `@`: that may be a password, however wrong the rest is. */
function shown(text: string): string {
  return JSON.stringify(text.replace(/^.*@/s, '…@'))
}

/** A variable whose value cannot be used. The message is the one line an operator needs, without any secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'

  constructor(variable: Variable, got: string, takes: string) {
    super(`${variable} is ${got}; it takes ${takes}.`)
  }
}
