import { getAt, isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { mergeRecursive } from '@strata/layered-config'
import { LRUCache } from 'lru-cache'
import { accountDatabase } from '#bff/accounts/account-database.ts'
import type { AccountDirectory } from '#bff/accounts/directory.ts'
import type { Store } from '#bff/couch/store.ts'
import { remembered } from '#bff/scheduling/remembered.ts'
import { accountHierarchy } from './account-hierarchy.ts'
import type { Secrets } from './secrets.ts'

const defaultLifetimeSeconds = 3600
const rememberMs = 10_000
const rememberedAccounts = 1000
/** What an account sets of the category `crossbar.auth`, in its own database. */
const accountDocument = 'configs_crossbar.auth'

/** The ways to sign in, as KAZOO names them in a token's `method`. */
export type SignInMethod = 'cb_user_auth' | 'cb_api_auth'

/** What configuration says about signing in. All of it is at most ten seconds old. */
export type AuthSettings = ReturnType<typeof createAuthSettings>

interface Parts {
  readonly store: Store
  readonly accounts: AccountDirectory
  readonly secrets: Secrets
}

/**
 * Reads the categories `crossbar.auth` and `auth` where they are stored; KAZOO's defaults elsewhere. `auth_modules` of an
 * account are the system's, under those of its ancestors up to its reseller, under its own.
 */
export function createAuthSettings(parts: Parts) {
  const { store, accounts, secrets } = parts
  const system = remembered(() => store.database('system_config').getMany(['crossbar.auth', 'auth']), rememberMs)
  const layers = new LRUCache<string, () => Promise<JsonObject[]>>({ max: rememberedAccounts })

  function layersOf(accountId: string): Promise<JsonObject[]> {
    const read = layers.get(accountId) ?? remembered(() => readLayers(accountId, parts), rememberMs)
    layers.set(accountId, read)
    return read()
  }
  async function ofSystem(category: 0 | 1, pointer: string): Promise<JsonValue | undefined> {
    return getAt((await system())[category]?.fields, `/default${pointer}`)
  }
  async function ofMethod(method: SignInMethod, accountId: string): Promise<JsonObject> {
    const [defaults, own] = await Promise.all([ofSystem(0, ''), layersOf(accountId)])
    return asObject(getAt(mergeRecursive(asObject(defaults), ...own), `/auth_modules/${method}`))
  }

  return {
    /** How long tokens of a method live in an account, in seconds. */
    async lifetimeSeconds(method: SignInMethod, accountId: string): Promise<number> {
      const values = [
        (await ofMethod(method, accountId)).token_auth_expiry_s,
        await ofSystem(0, '/token_auth_expiry_s'),
      ]
      return values.filter((value) => typeof value === 'number').find((value) => value > 0) ?? defaultLifetimeSeconds
    },
    async isEnabled(method: SignInMethod, accountId: string): Promise<boolean> {
      const { enabled } = await ofMethod(method, accountId)
      return enabled === undefined || enabled === null || isTrue(enabled)
    },
    /**
     * What a method asks for beside the credentials; undefined where they are enough. Asked for when `multi_factor` is
     * enabled and the account is the master account, is the one that `multi_factor` names (or none is named), or is below
     * one that includes its sub-accounts.
     */
    async secondFactor(method: SignInMethod, accountId: string): Promise<JsonObject | undefined> {
      const factor = asObject((await ofMethod(method, accountId)).multi_factor)
      if (!isTrue(factor.enabled)) return undefined
      const isAsked =
        !factor.account_id ||
        factor.account_id === accountId ||
        isTrue(factor.include_subaccounts) ||
        accountId === (await accounts.masterAccountId())
      return isAsked ? factor : undefined
    },
    /** Name of the provider that `multi_factor` leads to, as far as it can be found. */
    async factorProvider({ account_id: owner, configuration_id: id }: JsonObject): Promise<string | undefined> {
      const isOwn = typeof owner === 'string' && typeof id === 'string' && (await accounts.get(owner)) !== undefined
      const [database, document] = isOwn
        ? [accountDatabase(owner), id]
        : ['system_auth', text(await ofSystem(1, '/default_multi_factor_provider')) ?? 'duo']
      const found = await store.database(database).get(document)
      return found?.private.provider_type === 'multi_factor' ? text(found.fields.provider_name) : undefined
    },
    /** The server's share of identity signatures. */
    async serverSecret(): Promise<string> {
      const secret = await ofSystem(1, '/secret_for_user_signature')
      return typeof secret === 'string' ? secret : (await secrets()).identitySignature.toString('hex')
    },
  }
}

/** What the account and those above it set, lowest first. */
async function readLayers(accountId: string, parts: Parts): Promise<JsonObject[]> {
  const ids = await accountHierarchy(accountId, parts)
  const documents = await Promise.all(
    ids.toReversed().map((id) => parts.store.database(accountDatabase(id)).get(accountDocument)),
  )
  return documents.flatMap((document) => (document === undefined ? [] : [document.fields]))
}

/** KAZOO takes the word for the value. */
function isTrue(value: JsonValue | undefined): boolean {
  return value === true || value === 'true'
}

function asObject(value: JsonValue | undefined): JsonObject {
  return isJsonObject(value) ? value : {}
}

function text(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
