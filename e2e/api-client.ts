import { createHash } from 'node:crypto'
import type { SignIn } from './sign-in.ts'

type Method = 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE'

export interface Envelope {
  readonly status: number
  // What the API answers is for the test to judge.
  readonly data: unknown
  readonly revision: string | undefined
}

export interface ApiClient {
  readonly accountId: string
  readonly token: string
  /** Sends a request and gives the answer, whatever its status. */
  request(method: Method, path: string, data?: unknown): Promise<Envelope>
  /** The `data` of what is there; fails on anything but success. */
  get(path: string): Promise<unknown>
  /** Writes, and fails on anything but success. */
  write(method: Exclude<Method, 'GET'>, path: string, data?: unknown): Promise<Envelope>
}

/** Signs in over the API as KAZOO's clients do, and speaks `/v2` with the token. */
export async function createApiClient(url: string, { account, username, password }: SignIn): Promise<ApiClient> {
  const credentials = createHash('md5').update(`${username}:${password}`).digest('hex')
  const { status, body } = await send(url, 'PUT', '/v2/user_auth', { credentials, account_name: account })
  if (status !== 201) throw new Error(`No token for ${username}: ${JSON.stringify(body)}`)
  const token = String(body.auth_token)
  const { account_id: accountId } = body.data as { account_id: string }

  async function request(method: Method, path: string, data?: unknown): Promise<Envelope> {
    const { status, body } = await send(url, method, path, data, token)
    return { status, data: body.data, revision: body.revision === undefined ? undefined : String(body.revision) }
  }
  async function succeed(method: Method, path: string, data?: unknown): Promise<Envelope> {
    const envelope = await request(method, path, data)
    if (envelope.status < 300) return envelope
    throw new Error(`${method} ${path} answered ${envelope.status}: ${JSON.stringify(envelope.data)}`)
  }
  return { accountId, token, request, write: succeed, get: async (path) => (await succeed('GET', path)).data }
}

async function send(url: string, method: Method, path: string, data?: unknown, token?: string) {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', ...(token === undefined ? {} : { 'X-Auth-Token': token }) },
    body: data === undefined ? null : JSON.stringify({ data }),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}
