import { getAt, type JsonValue } from '@strata/json'
import type { Store } from '#bff/couch/store.ts'
import { remembered } from '#bff/remembered.ts'
import type { Secrets } from './secrets.ts'

const defaultLifetimeSeconds = 3600
const rememberMs = 10_000

/** The ways to sign in, as KAZOO names them in a token's `method`. */
export type SignInMethod = 'cb_user_auth' | 'cb_api_auth'

/** What the cluster's own configuration says about signing in. */
export interface AuthSettings {
  /** How long tokens of a method live. */
  lifetimeSeconds(method: SignInMethod): Promise<number>
  isEnabled(method: SignInMethod): Promise<boolean>
  /** The server's share of identity signatures. */
  serverSecret(): Promise<string>
}

/** Reads the config categories `crossbar.auth` and `auth` where they are stored; KAZOO's defaults elsewhere. */
export function createAuthSettings(store: Store, secrets: Secrets): AuthSettings {
  const documents = remembered(() => store.database('system_config').getMany(['crossbar.auth', 'auth']), rememberMs)
  async function read(index: 0 | 1, pointer: string): Promise<JsonValue | undefined> {
    return getAt((await documents())[index]?.fields, `/default${pointer}`)
  }
  return {
    async lifetimeSeconds(method) {
      const values = [
        await read(0, `/auth_modules/${method}/token_auth_expiry_s`),
        await read(0, '/token_auth_expiry_s'),
      ]
      return values.filter((value) => typeof value === 'number').find((value) => value > 0) ?? defaultLifetimeSeconds
    },
    async isEnabled(method) {
      return (await read(0, `/auth_modules/${method}/enabled`)) !== false
    },
    async serverSecret() {
      const secret = await read(1, '/secret_for_user_signature')
      return typeof secret === 'string' ? secret : (await secrets.key('identity-signature')).toString('hex')
    },
  }
}
