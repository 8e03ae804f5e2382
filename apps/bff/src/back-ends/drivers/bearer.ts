import type { JsonObject } from '@strata/json'
import { BackEndError } from '../back-end-error.ts'
import type { OauthSource } from '../oauth/oauth-documents.ts'
import type { OauthTokens } from '../oauth/oauth-tokens.ts'
import { follow } from '../outbound/follow.ts'
import type { Outbound, OutboundRequest, Reply } from '../outbound/outbound.ts'
import type { Said } from './driver.ts'

/** What drivers that sign in by OAuth need. */
export interface BearerTools {
  readonly outbound: Outbound
  readonly oauth: OauthTokens
  readonly keepSecret: (secret: string) => void
}

/** Files live elsewhere than where they are asked for. */
const statuses = [301, 302, 303, 307, 308]

/** Requests with a token that an OAuth document gives. */
export type Bearer = ReturnType<typeof createBearer>

export function createBearer(source: OauthSource, scope: string, tools: BearerTools) {
  const { outbound, oauth, keepSecret: keep } = tools
  const tokenFor = (signal: AbortSignal) => oauth.get({ source, scope, outbound, keep, signal })
  return {
    authenticate: (signal: AbortSignal): Promise<Said> => tokenFor(signal),
    async send(request: OutboundRequest, signal: AbortSignal): Promise<Reply> {
      const { type, token } = await tokenFor(signal)
      const headers = { ...request.headers, authorization: `${type} ${token}` }
      const reply = await follow(outbound, { ...request, headers }, { statuses }, signal)
      if (reply.status === 401) oauth.forget(source)
      return reply
    },
  }
}

/** The OAuth document that settings name. Throws `BackEndError`. */
export function oauthSourceOf({ oauth_doc_id, oauth_app_id }: JsonObject): OauthSource {
  if (typeof oauth_doc_id === 'string' && oauth_doc_id !== '') return { documentId: oauth_doc_id }
  if (typeof oauth_app_id === 'string' && oauth_app_id !== '') return { appId: oauth_app_id }
  throw new BackEndError('oauth_failure', { code: 401, advice: 'The settings name no OAuth document (oauth_doc_id).' })
}
