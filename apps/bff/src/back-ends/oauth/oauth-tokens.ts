import { createPrivateKey } from 'node:crypto'
import { isJsonObject } from '@strata/json'
import { SignJWT } from 'jose'
import { LRUCache } from 'lru-cache'
import type { Store } from '#bff/couch/store.ts'
import { BackEndError } from '../back-end-error.ts'
import { bodyOf } from '../drivers/refusal.ts'
import { toUrl } from '../drivers/settings.ts'
import type { Outbound } from '../outbound/outbound.ts'
import { failure, type OauthGrant, type OauthSource, readGrant, readServerKey } from './oauth-documents.ts'

/** A token is given up this long before it expires (seconds). */
const reserve = 30
const assertionSeconds = 3600

/** A token as a request carries it. */
export interface AccessToken {
  readonly type: string
  readonly token: string
  /** How it was come by. */
  readonly said: string
}

interface TokenRequest {
  readonly source: OauthSource
  readonly scope: string
  readonly outbound: Outbound
  /** Is told of every secret on the way, so that none is shown. */
  readonly keep: (secret: string) => void
  readonly signal: AbortSignal
}

/** Tokens for the providers of OAuth. */
export type OauthTokens = ReturnType<typeof createOauthTokens>

/**
 * Tokens by the OAuth documents of `system_auth`.
 * - a static token as it is; else one that was kept, until 30 s before it expires or until a document changes; else one for
 *   the refresh token; else one for an assertion that the application's key signs
 * Source: kz_auth_client.
 */
export function createOauthTokens(store: Store, clock: () => Date) {
  const kept = new LRUCache<string, { version: string; token: AccessToken; until: number }>({ max: 500 })
  const prefixOf = (source: OauthSource) => `${JSON.stringify(source)} `
  const keyOf = (source: OauthSource, scope: string) => prefixOf(source) + scope

  async function fresh(grant: OauthGrant, request: TokenRequest) {
    if (grant.refreshToken !== undefined) {
      return exchange(grant.tokenUrl, refreshForm(grant, grant.refreshToken), request)
    }
    if (grant.serverKey === undefined) {
      throw failure(`The OAuth documents of ${grant.appId} hold neither a refresh token nor a key to sign with.`)
    }
    const assertion = await sign(grant, grant.serverKey, request.scope, store, clock())
    const form = { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion }
    return exchange(textOf(grant.jwtFlow.auth_url) ?? grant.tokenUrl, form, request)
  }

  return {
    /** Throws `BackEndError` (`oauth_failure`, 401) where there is none to be had. */
    async get(request: TokenRequest): Promise<AccessToken> {
      const { source, scope, keep } = request
      const grant = await readGrant(source, store)
      for (const secret of [grant.staticToken?.token, grant.refreshToken, grant.appSecret]) {
        if (secret !== undefined) keep(secret)
      }
      if (grant.staticToken !== undefined) return { ...grant.staticToken, said: 'The document holds a static token.' }
      const known = kept.get(keyOf(source, scope))
      if (known?.version === grant.version && clock().getTime() < known.until) {
        keep(known.token.token)
        return known.token
      }
      const { token, seconds } = await fresh(grant, request)
      const until = clock().getTime() + (seconds - reserve) * 1000
      kept.set(keyOf(source, scope), {
        version: grant.version,
        until,
        token: { ...token, said: 'A token of an earlier test still holds.' },
      })
      return token
    },
    /** A provider did not take a token: the next ones are asked for anew. */
    forget(source: OauthSource): void {
      for (const key of [...kept.keys()]) if (key.startsWith(prefixOf(source))) kept.delete(key)
    },
  }
}

function refreshForm({ appId, appSecret }: OauthGrant, refreshToken: string): Record<string, string> {
  if (appSecret === undefined) throw failure(`The application ${appId} has no secret (pvt_secret).`)
  return { client_id: appId, client_secret: appSecret, grant_type: 'refresh_token', refresh_token: refreshToken }
}

async function exchange(tokenUrl: string | undefined, form: Record<string, string>, request: TokenRequest) {
  if (tokenUrl === undefined) throw failure('The provider names no address for tokens (auth_url).')
  const { outbound, keep, signal } = request
  const reply = await outbound.send(
    {
      method: 'POST',
      url: toUrl(tokenUrl),
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: new URLSearchParams(form).toString(),
    },
    signal,
  )
  const body = bodyOf(reply)
  const { access_token, token_type, expires_in, error, error_description } = isJsonObject(body) ? body : {}
  const token = textOf(access_token)
  if (reply.status !== 200 || token === undefined) {
    const reason = textOf(error_description) ?? textOf(error) ?? reply.statusLine
    throw failure(`The provider gives no token: ${reason}`, body)
  }
  keep(token)
  const seconds = typeof expires_in === 'number' ? expires_in : Number(expires_in ?? 0)
  return { token: { type: textOf(token_type) ?? 'Bearer', token, said: `A new token for ${seconds} s.` }, seconds }
}

async function sign(grant: OauthGrant, keyId: string, scope: string, store: Store, now: Date): Promise<string> {
  const { appId, identity, jwtFlow, tokenUrl } = grant
  const pem = await readServerKey(keyId, store)
  const issuedAt = Math.floor(now.getTime() / 1000)
  const subject = textOf(jwtFlow.sub) ?? identity ?? appId
  try {
    return await new SignJWT({ scope })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: keyId })
      .setIssuer(appId)
      .setSubject(subject)
      .setAudience(textOf(jwtFlow.audience) ?? tokenUrl ?? '')
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + assertionSeconds)
      .sign(createPrivateKey(pem))
  } catch (error) {
    if (error instanceof BackEndError) throw error
    throw failure(`The key ${keyId} of the application ${appId} cannot be used.`)
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
