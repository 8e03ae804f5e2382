import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import type { Store, StoredDocument } from '#bff/couch/store.ts'
import { BackEndError } from '../back-end-error.ts'

const database = 'system_auth'

/** Whose token is asked for: that of a person who consented, or that of an application. */
export type OauthSource = { readonly documentId: string } | { readonly appId: string }

/** What KAZOO keeps on a grant. */
export interface OauthGrant {
  /** Changes whenever one of its documents does. */
  readonly version: string
  readonly staticToken: { readonly type: string; readonly token: string } | undefined
  readonly refreshToken: string | undefined
  /** Whom the token speaks for. */
  readonly identity: string | undefined
  readonly appId: string
  readonly appSecret: string | undefined
  /** Document whose attachment is the private key of the application. */
  readonly serverKey: string | undefined
  readonly tokenUrl: string | undefined
  readonly jwtFlow: JsonObject
}

/** The documents of these ids, in their order; undefined for one that is not there. */
export async function findOauthDocuments(
  ids: readonly string[],
  store: Store,
): Promise<(StoredDocument | undefined)[]> {
  const found = await store.database(database).getMany(ids)
  return found.map((document) => (document?.private.deleted === true ? undefined : document))
}

/** Reads a grant from `system_auth`: the person's document, the application's, the provider's. Throws `BackEndError`. */
export async function readGrant(source: OauthSource, store: Store): Promise<OauthGrant> {
  const user = 'documentId' in source ? await read(store, source.documentId) : undefined
  const staticToken = staticTokenOf(user)
  const appId = 'appId' in source ? source.appId : text(user?.private.app_id)
  if (staticToken !== undefined) return { ...empty, version: user?.revision ?? '', staticToken, appId: appId ?? '' }
  if (appId === undefined) throw failure(`The OAuth document ${user?.id} names no application (pvt_app_id).`)
  const app = await read(store, appId)
  const providerId = text(app.private.auth_provider) ?? text(user?.private.app_provider_id)
  if (providerId === undefined) throw failure(`The application ${appId} names no provider (pvt_auth_provider).`)
  const provider = await read(store, providerId)
  return {
    version: [user, app, provider].map((document) => document?.revision ?? '').join(' '),
    staticToken: undefined,
    refreshToken: text(user?.private.refresh_token),
    identity: text(user?.private.user_identity),
    appId,
    appSecret: text(app.private.secret),
    serverKey: text(app.private.server_key),
    tokenUrl: text(provider.fields.auth_url),
    jwtFlow: { ...objectOf(provider.fields.jwt_flow), ...objectOf(app.fields.jwt_flow) },
  }
}

/** The private key that an application signs with (PEM). Throws `BackEndError`. */
export async function readServerKey(id: string, store: Store): Promise<string> {
  const pem = await store.database(database).attachment(id, 'private_key.pem')
  if (pem === undefined) throw failure(`The key ${id} of the application is not in ${database}.`)
  return Buffer.from(pem).toString()
}

/** No token was to be had. */
export function failure(advice: string, body: JsonValue = null): BackEndError {
  return new BackEndError('oauth_failure', { code: 401, advice, body })
}

const empty = {
  refreshToken: undefined,
  identity: undefined,
  appSecret: undefined,
  serverKey: undefined,
  tokenUrl: undefined,
  jwtFlow: {},
}

async function read(store: Store, id: string): Promise<StoredDocument> {
  const [document] = await findOauthDocuments([id], store)
  if (document === undefined) throw failure(`There is no document ${id} in ${database}.`)
  return document
}

function staticTokenOf(user: StoredDocument | undefined): OauthGrant['staticToken'] {
  const { token_type, access_token } = objectOf(user?.private.static_token)
  const token = text(access_token)
  return token === undefined ? undefined : { type: text(token_type) ?? 'Bearer', token }
}

function text(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return isJsonObject(value) ? value : {}
}
