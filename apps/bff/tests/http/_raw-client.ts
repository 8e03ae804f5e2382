import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** A connection on which a test decides what is sent, and when. */
export interface RawClient {
  readonly socket: Socket
  /** What went wrong with the connection. */
  readonly errors: readonly Error[]
  /** Resolves when the connection has ended, however. */
  readonly ended: Promise<void>
  /** Sends the head of a request. */
  head(method: string, path: string, headers?: Record<string, string | number>): void
  send(content: string | Buffer): void
  /** The head and envelope of the next answer. Fails when the connection ends without one. */
  answer(): Promise<{ status: number; head: string; body: Record<string, unknown> }>
}

/** Opens a connection to a server. */
export async function rawClient(url: string): Promise<RawClient> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  let text = ''
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  const errors: Error[] = []
  socket.on('error', (error) => errors.push(error))
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  await once(socket, 'connect')

  function take() {
    const end = text.indexOf('\r\n\r\n')
    const head = text.slice(0, end)
    const length = Number(/^content-length: (\d+)$/im.exec(head)?.[1] ?? 0)
    const rest = text.slice(end + 4)
    if (end === -1 || Buffer.byteLength(rest) < length) return undefined
    text = rest.slice(length)
    const content = rest.slice(0, length)
    return { status: Number(head.slice(9, 12)), head, body: content === '' ? {} : JSON.parse(content) }
  }

  return {
    socket,
    errors,
    ended,
    head(method, path, headers = {}) {
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
      socket.write(`${method} ${path} HTTP/1.1\r\nHost: ${hostname}\r\n${lines.join('')}\r\n`)
    },
    send: (content) => void socket.write(content),
    async answer() {
      for (;;) {
        const answer = take()
        if (answer !== undefined) return answer
        if (socket.closed) throw new Error(`the connection ended: ${text}`)
        await Promise.race([new Promise((resolve) => socket.once('data', resolve)), ended])
      }
    },
  }
}
