import type { Response } from 'express'
import type { Config } from '#bff/config/config.ts'

const allowedHeaders = [
  'content-type',
  'depth',
  'user-agent',
  'x-http-method-override',
  'x-file-size',
  'x-requested-with',
  'if-modified-since',
  'x-file-name',
  'cache-control',
  'x-auth-account-id',
  'x-auth-token',
  'x-kazoo-cluster-id',
  'if-match',
  'if-none-match',
  'x-request-id',
]
const exposedHeaders = ['content-type', 'x-auth-token', 'x-request-id', 'x-kazoo-cluster-id', 'location', 'etag']
/** Of every path: a page must be allowed to ask for what is not served, or its browser hides the answer that says so. */
const methods = ['GET', 'PUT', 'POST', 'PATCH', 'DELETE', 'OPTIONS']
const maxAgeSeconds = 86_400

/**
 * Lets pages of other origins call the API with a token, as Crossbar does.
 * - `Access-Control-Allow-Credentials` is never sent, so no cookie is honoured across origins
 * - an origin outside the list gets no header at all
 */
export function allowOrigin(
  response: Response,
  { origin, allowed }: { origin: string | undefined; allowed: Config['corsOrigins'] },
): void {
  if (allowed !== '*') response.vary('Origin')
  if (origin === undefined || (allowed !== '*' && !allowed.includes(origin))) return
  response.set({
    'Access-Control-Allow-Origin': allowed === '*' ? '*' : origin,
    'Access-Control-Allow-Methods': methods.join(', '),
    'Access-Control-Allow-Headers': allowedHeaders.join(', '),
    'Access-Control-Expose-Headers': exposedHeaders.join(', '),
    'Access-Control-Max-Age': String(maxAgeSeconds),
  })
}
