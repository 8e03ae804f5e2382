import type { IncomingMessage, RequestListener } from 'node:http'

/** One request that a receiver got. */
export interface Received {
  readonly method: string
  readonly target: string
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

/** A small server that keeps what it is sent, and what it was asked. */
export interface Receiver {
  readonly listener: RequestListener
  readonly files: Map<string, Buffer>
  readonly requests: Received[]
  /** Answers a request in its place. */
  answer:
    | ((request: Received) => { status: number; headers?: Record<string, string>; body?: string } | undefined)
    | undefined
}

/** PUT and POST keep a file under their target, GET gives it back, DELETE removes it. */
export function createReceiver(): Receiver {
  const files = new Map<string, Buffer>()
  const self: Receiver = {
    files,
    requests: [],
    answer: undefined,
    listener: async (request, response) => {
      const received = await receive(request)
      self.requests.push(received)
      const { method, target, body } = received
      const special = self.answer?.(received)
      if (special !== undefined) return response.writeHead(special.status, special.headers).end(special.body)
      if (method === 'PUT' || method === 'POST') {
        files.set(target, fileIn(received))
        return response.writeHead(201).end(`kept ${body.length} bytes`)
      }
      if (!files.has(target)) return response.writeHead(404, { 'content-type': 'text/plain' }).end('no such file')
      if (method === 'DELETE') {
        files.delete(target)
        return response.writeHead(204).end()
      }
      return response.writeHead(200).end(files.get(target))
    },
  }
  return self
}

/** A request as it was received. */
export async function receive(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const { method = '', url = '', headers } = request
  return { method, target: url, headers, body: Buffer.concat(chunks) }
}

/** Of a form the last part, as it was sent. */
export function fileIn({ headers, body }: Received): Buffer {
  const boundary = /^multipart\/form-data; boundary=(.+)$/.exec(headers['content-type'] ?? '')?.[1]
  if (boundary === undefined) return body
  const part = body.toString('latin1').split(`--${boundary}`).at(-2) ?? ''
  return Buffer.from(part.slice(part.indexOf('\r\n\r\n') + 4, -2), 'latin1')
}
