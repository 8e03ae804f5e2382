import { fork } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { join } from 'node:path'
import type { Cost, FromServer, Ready, ToServer } from './messages.ts'
import type { StoredKind } from './stored-documents.ts'

/** A request as it goes over the wire. */
export interface Sent {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Answered {
  readonly status: number
  readonly text: string
}

/** A server of the demo's cluster that says what a request cost. */
export interface MeasuredServer extends Ready {
  send(sent: Sent): Promise<Answered>
  measure(sent: Sent): Promise<Cost & Answered>
  stop(): Promise<void>
}

/** With documents of a kind that are above all limits stored before each request, where one is named. */
export async function startMeasuredServer(stored?: StoredKind): Promise<MeasuredServer> {
  const child = fork(join(import.meta.dirname, 'serve.ts'), stored === undefined ? [] : [stored], {
    execArgv: ['--import', 'tsx'],
  })
  const heard = async (): Promise<FromServer> => {
    const [message] = await once(child, 'message', { signal: ended.signal })
    return message
  }
  const ended = new AbortController()
  child.once('exit', () => ended.abort())
  const ask = async (message: ToServer) => {
    const answer = heard()
    child.send(message)
    return answer
  }
  const ready = await heard()
  if (!('url' in ready)) throw new Error('the server did not say where it is')
  const send = (sent: Sent) => answered(ready.url, sent)
  return {
    ...ready,
    send,
    async measure(sent) {
      await ask('begin')
      const answer = await send(sent)
      const cost = await ask('end')
      if (!('cpu' in cost)) throw new Error('the server did not say what a request cost')
      return { ...cost, ...answer }
    },
    async stop() {
      const exited = once(child, 'exit')
      child.send('stop')
      await exited
    },
  }
}

function answered(url: string, { method, path, headers, body }: Sent): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
    const sending = request(`${url}/`, { method, path, headers: { ...headers, ...length } }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
      })
      response.once('end', () => resolve({ status: response.statusCode ?? 0, text })).on('error', reject)
    })
    // Whoever sends more than is taken may be cut off once the answer is there.
    sending.on('error', reject).end(body)
  })
}
