import { createHash, createHmac } from 'node:crypto'

/** A request as it came over the wire. */
export interface WireRequest {
  readonly method: string
  /** Path and query, as they came. */
  readonly target: string
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body?: string
}

/**
 * Whether a request carries the AWS Signature Version 4 of a secret.
 * - `service` `s3` takes paths as they come; other services encode them once more
 * Source: "Create a signed AWS API request", AWS documentation.
 */
export function isSigned({ method, target, headers, body = '' }: WireRequest, secret: string): boolean {
  const form = /^AWS4-HMAC-SHA256 Credential=[^/]+\/([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]+)$/
  const [, scope = '', signedHeaders = '', signature = ''] = form.exec(headers.authorization ?? '') ?? []
  const [date = '', region = '', service = ''] = scope.split('/')
  const [path = '/', query = ''] = target.split('?')
  const canonical = [
    method,
    service === 's3' ? path : path.split('/').map(encode).join('/'),
    canonicalQuery(query),
    ...signedHeaders.split(';').map((name) => `${name}:${trimmed(headers[name])}`),
    '',
    signedHeaders,
    headers['x-amz-content-sha256'] ?? sha256(body),
  ].join('\n')
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'] ?? '', scope, sha256(canonical)].join('\n')
  const key = [date, region, service, 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secret}`)
  return signature !== '' && hmac(key, text).toString('hex') === signature
}

/** The region that an `Authorization` header is for. */
export function scopeRegion(authorization: string | undefined): string | undefined {
  return /Credential=[^/]+\/\d{8}\/([^/]*)\/s3\/aws4_request/.exec(authorization ?? '')?.[1]
}

function canonicalQuery(query: string): string {
  return [...new URLSearchParams(query)]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&')
}

function trimmed(value: string | undefined): string {
  return (value ?? '').trim().replaceAll(/ +/g, ' ')
}

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}
