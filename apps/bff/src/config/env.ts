/** Every variable that Strata takes from the environment. */
export const VARIABLES = [
  'STRATA_PORT',
  'STRATA_HOST',
  'STRATA_COUCHDB_URL',
  'STRATA_DATA_DIR',
  'STRATA_ADMIN_USERNAME',
  'STRATA_ADMIN_PASSWORD',
  'STRATA_ADMIN_ACCOUNT',
  'STRATA_READ_ONLY',
  'STRATA_TRUSTED_PROXIES',
  'STRATA_PUBLIC_URL',
  'STRATA_CORS_ORIGINS',
  'STRATA_PROBE_ALLOW',
  'STRATA_KAZOO_VERSION',
  'STRATA_METRICS_TOKEN',
  'STRATA_LOG_LEVEL',
  'STRATA_REDACT_SECRETS',
] as const

export type Variable = (typeof VARIABLES)[number]

/** What the environment says, as text; an empty variable counts as unset. */
export type Env = Partial<Record<Variable, string>>

/** The variables that are set, and those with our prefix that mean nothing here. */
export function readEnv(environment: Readonly<Record<string, string | undefined>>): { env: Env; unknown: string[] } {
  const set = Object.entries(environment).flatMap(([name, value]) =>
    name.startsWith('STRATA_') && value ? [[name, value] as const] : [],
  )
  const known = new Set<string>(VARIABLES)
  return {
    env: Object.fromEntries(set.filter(([name]) => known.has(name))),
    unknown: set.map(([name]) => name).filter((name) => !known.has(name) && !name.startsWith('STRATA_TEST_')),
  }
}
