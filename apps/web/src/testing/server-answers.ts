import type { JsonValue } from '@strata/json'

interface SentRequest {
  method: string
  url: string
  headers: Headers
  body: string
}

export type Answer = (request: SentRequest) => Response | Promise<Response>

/** A success answer in the envelope. */
export function success(data: JsonValue, beside: Record<string, JsonValue> = {}): Response {
  return Response.json({ data, status: 'success', request_id: 'request-1', node: 'test', timestamp: '', ...beside })
}

/** An error answer in the envelope. */
export function failure(status: number, message: string, data: JsonValue = {}): Response {
  return Response.json({ data, error: String(status), message, status: 'error', request_id: 'request-1' }, { status })
}

/** A `fetch` that answers by itself, and what it was sent; `Response.error()` is no answer. */
export function answering(answer: Answer): { fetch: typeof globalThis.fetch; sent: SentRequest[] } {
  const sent: SentRequest[] = []
  async function fetch(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
    const request = {
      method: init.method ?? 'GET',
      url: String(input),
      headers: new Headers(init.headers),
      body: typeof init.body === 'string' ? init.body : '',
    }
    sent.push(request)
    const response = await answer(request)
    if (response.type === 'error') throw new TypeError('Failed to fetch')
    return response
  }
  return { fetch, sent }
}
