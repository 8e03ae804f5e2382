import type { StorageTestLine, StorageTestRequest } from '@strata/api-types'

interface Asked {
  readonly url: string
  readonly csrfToken: string | null
  readonly request: StorageTestRequest
}

/** The API's tests of drafts: their lines come when a test file sends them, and none after whoever asked has gone. */
export function createFakeTest() {
  const asked: Asked[] = []
  const refusals: Response[] = []
  let isStopped = false
  let lines: ReadableStreamDefaultController<Uint8Array> | undefined

  function answer(url: string, init: RequestInit): Response {
    asked.push({
      url,
      csrfToken: new Headers(init.headers).get('X-CSRF-Token'),
      request: JSON.parse(String(init.body)).data,
    })
    const refusal = refusals.shift()
    if (refusal !== undefined) return refusal
    isStopped = false
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        lines = controller
        init.signal?.addEventListener('abort', () => {
          isStopped = true
          controller.error(init.signal?.reason)
        })
      },
    })
    return new Response(body, { headers: { 'Content-Type': 'application/x-ndjson' } })
  }

  const write = (text: string) => lines?.enqueue(new TextEncoder().encode(text))
  return {
    answer,
    asked,
    isStopped: () => isStopped,
    /** The next test is refused so. */
    refuseOnce: (refusal: Response) => refusals.push(refusal),
    /** Sends lines as a network does: cut anywhere. */
    send(...sent: StorageTestLine[]) {
      const text = sent.map((line) => `${JSON.stringify(line)}\n`).join('')
      write(text.slice(0, 9))
      write(text.slice(9))
    },
    end: () => lines?.close(),
  }
}
