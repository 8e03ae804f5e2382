import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import type { JsonObject } from '@strata/json'
import { jwtVerify } from 'jose'
import { expect } from 'vitest'
import { createCouchDbStore } from '#bff/couch/couchdb/couchdb-store.ts'
import type { Store } from '#bff/couch/store.ts'
import { startCouchServer } from '../_couch-server.ts'
import type { Received } from './_receiver.ts'

export const clientId = 'invented-client-id'
export const clientSecret = 'invented-client-secret'
export const refreshToken = 'invented-refresh-token'
export const keyId = 'ab'.repeat(16)
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })

/** KAZOO's `system_auth`, as documents go over the wire to it. */
export interface AuthDatabase {
  readonly store: Store
  /** Writes a document as it is; one of the same id is replaced. */
  put(id: string, body: JsonObject): Promise<void>
  stop(): Promise<void>
}

export async function startAuthDatabase(): Promise<AuthDatabase> {
  const server = await startCouchServer()
  const store = createCouchDbStore(server.url)
  await store.create('system_auth')
  const { origin, username, password } = new URL(server.url)
  const authorization = `Basic ${Buffer.from(`${username}:${decodeURIComponent(password)}`).toString('base64')}`
  return {
    store,
    async put(id, body) {
      const before = await store.database('system_auth').get(id)
      const revision = before === undefined ? {} : { _rev: before.revision }
      const reply = await fetch(`${origin}/system_auth/${id}`, {
        method: 'PUT',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify({ ...body, ...revision }),
      })
      expect(reply.status).toBe(201)
    },
    async stop() {
      await store.close()
      await server.stop()
    },
  }
}

/** The documents of a provider whose tokens come from `tokenUrl`, an application of it, and people who consented. */
export async function putOauthDocuments({ put }: AuthDatabase, tokenUrl: string): Promise<void> {
  await put('invented-provider', {
    pvt_type: 'provider',
    pvt_provider_type: 'oauth',
    auth_url: tokenUrl,
    jwt_flow: { audience: tokenUrl },
  })
  await put(clientId, {
    pvt_type: 'app',
    pvt_secret: clientSecret,
    pvt_auth_provider: 'invented-provider',
    pvt_server_key: keyId,
  })
  const user = { pvt_type: 'user', pvt_app_id: clientId, pvt_app_provider_id: 'invented-provider' }
  await put('refreshing', { ...user, pvt_refresh_token: refreshToken })
  await put('revoked', { ...user, pvt_refresh_token: 'a-revoked-invented-token' })
  await put('signing', { ...user, pvt_user_identity: 'ada@invented.test' })
  await put('static', { ...user, pvt_static_token: { token_type: 'Bearer', access_token: 'invented-static-token' } })
  await put('appless', { pvt_type: 'user', pvt_refresh_token: refreshToken })
  const data = Buffer.from(privateKey.export({ type: 'pkcs8', format: 'pem' })).toString('base64')
  await put(keyId, {
    pvt_type: 'system_key',
    _attachments: { 'private_key.pem': { content_type: 'application/x-pem-file', data } },
  })
}

/** What a provider's token endpoint, and everything behind it, knows of its tokens. */
export interface TokenEndpoint {
  /** Forms that asked for a token. */
  readonly asked: URLSearchParams[]
  /** Tokens that hold. */
  readonly valid: Set<string>
  /** How long the next ones hold (seconds). */
  expiresIn: number
  answer(request: Received): Promise<{ status: number; headers: Record<string, string>; body: string }>
}

/** Answers as RFC 6749 and RFC 7523 say. */
export function createTokenEndpoint(audience: () => string): TokenEndpoint {
  const self: TokenEndpoint = {
    asked: [],
    valid: new Set(['invented-static-token']),
    expiresIn: 3600,
    async answer({ body }) {
      const form = new URLSearchParams(body.toString())
      self.asked.push(form)
      const refusal = await refusalOf(form, audience())
      if (refusal !== undefined) return json(400, refusal)
      const token = `invented-access-token-${self.asked.length}`
      self.valid.add(token)
      return json(200, { access_token: token, token_type: 'Bearer', expires_in: self.expiresIn })
    },
  }
  return self
}

async function refusalOf(form: URLSearchParams, audience: string): Promise<JsonObject | undefined> {
  if (form.get('grant_type') === 'refresh_token') {
    if (form.get('client_id') !== clientId || form.get('client_secret') !== clientSecret)
      return { error: 'invalid_client' }
    if (form.get('refresh_token') === refreshToken) return undefined
    return { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' }
  }
  if (form.get('grant_type') !== 'urn:ietf:params:oauth:grant-type:jwt-bearer')
    return { error: 'unsupported_grant_type' }
  const key = createPublicKey(privateKey)
  const verified = await jwtVerify(form.get('assertion') ?? '', key, { audience, issuer: clientId }).catch(
    () => undefined,
  )
  const isWhole = verified?.protectedHeader.kid === keyId && typeof verified.payload.scope === 'string'
  return isWhole ? undefined : { error: 'invalid_grant', error_description: 'Invalid JWT signature.' }
}

export function json(status: number, body: JsonObject) {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

/** Whether a request carries a token that holds. */
export function isAuthorized({ headers }: Received, { valid }: TokenEndpoint): boolean {
  return valid.has(headers.authorization?.replace(/^Bearer /, '') ?? '')
}
