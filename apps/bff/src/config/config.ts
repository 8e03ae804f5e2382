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
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent'
  readonly redactSecrets: 'browser' | 'always'
}
