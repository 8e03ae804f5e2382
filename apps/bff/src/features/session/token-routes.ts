import { getAt, type JsonObject, type JsonValue } from '@strata/json'
import type { Account } from '#bff/accounts/account.ts'
import type { AccountDirectory } from '#bff/accounts/directory.ts'
import { isReseller } from '#bff/auth/account-hierarchy.ts'
import { requireSession } from '#bff/auth/actor.ts'
import { issueToken, type TokenHolder } from '#bff/auth/issue-token.ts'
import type { Session } from '#bff/auth/session.ts'
import { signInWithApiKey, signInWithCredential } from '#bff/auth/sign-in.ts'
import type { Context } from '#bff/context.ts'
import type { Store } from '#bff/couch/store.ts'
import { badIdentifier } from '#bff/errors/app-error.ts'
import { checkBody } from '#bff/http/check-body.ts'
import type { Answer, Route } from '#bff/http/route.ts'

/** The longest body that signing in takes. */
export const signInMaxBytes = 16 * 1024

/** Signing in as Crossbar's clients do, for a token that they send with each request. */
export function tokenRoutes(context: Context): Route[] {
  const { auth, schemas, validator } = context

  async function signedIn(holder: TokenHolder): Promise<Answer> {
    await context.onSignIn()
    return {
      data: await signInData(holder.account, holder.user?.id, context),
      authToken: await issueToken(auth, holder),
    }
  }

  async function describe(session: Session) {
    const account = await context.accounts.get(session.accountId)
    if (account === undefined) throw badIdentifier(session.accountId)
    return signInData(account, session.userId, context)
  }

  return [
    {
      method: 'PUT',
      path: '/v2/user_auth',
      access: { who: 'anyone' },
      storesNothing: true,
      maxBytes: signInMaxBytes,
      handle: async (request) => {
        const body = checkBody(validator, 'user_auth', request.data, await schemas.snapshot())
        const hint = { realm: text(body.account_realm) ?? text(body.realm), name: text(body.account_name) }
        const method = body.method === 'sha' ? 'sha' : 'md5'
        const credential = { method, digest: text(body.credentials) ?? '' } as const
        return signedIn(await signInWithCredential(auth, hint, credential, request.client.address))
      },
    },
    {
      method: 'GET',
      path: '/v2/user_auth/:token',
      access: { who: 'authenticated' },
      handle: async (request) => ({ data: await describe(requireSession(request)) }),
    },
    {
      method: 'PUT',
      path: '/v2/api_auth',
      access: { who: 'anyone' },
      storesNothing: true,
      maxBytes: signInMaxBytes,
      handle: async (request) => {
        const body = checkBody(validator, 'api_auth', request.data, await schemas.snapshot())
        return signedIn(await signInWithApiKey(auth, text(body.api_key) ?? '', request.client.address))
      },
    },
    {
      method: 'GET',
      path: '/v2/token_auth',
      access: { who: 'authenticated' },
      handle: async (request) => {
        const session = requireSession(request)
        return { data: { ...session.claims, ...(await describe(session)) } }
      },
    },
    {
      // A token is nowhere stored, so there is nothing to remove; as in KAZOO it ends by its time or its holder's secret.
      method: 'DELETE',
      path: '/v2/token_auth',
      access: { who: 'authenticated' },
      storesNothing: true,
      handle: async () => ({ data: {} }),
    },
  ]
}

function text(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

interface AccountLookup {
  readonly store: Store
  readonly accounts: AccountDirectory
}

/** What Crossbar tells whoever signed in about their account; without a user for API keys. */
async function signInData(
  account: Account,
  userId: string | undefined,
  { store, accounts }: AccountLookup,
): Promise<JsonObject> {
  const [document, services, cluster, masterId] = await Promise.all([
    store.database('accounts').get(account.id),
    store.database('services').get(account.id),
    store.database('system_config').get('cluster'),
    accounts.masterAccountId(),
  ])
  const clusterId = getAt(cluster?.fields, '/default/cluster_id')
  const resellerId = textOr(services?.private.reseller_id, account.resellerId)
  return {
    ...(userId === undefined ? {} : { owner_id: userId }),
    account_id: account.id,
    account_name: account.name,
    language: textOr(document?.fields.language, 'en-US') ?? 'en-US',
    ...(resellerId === undefined ? {} : { reseller_id: resellerId }),
    is_reseller: isReseller(services, account),
    is_master_account: account.id === masterId,
    ...(typeof clusterId === 'string' ? { cluster_id: clusterId } : {}),
    apps: [],
    capabilities: {},
    ui_config: {},
  }
}

function textOr(value: JsonValue | undefined, fallback: string | undefined): string | undefined {
  return typeof value === 'string' ? value : fallback
}
