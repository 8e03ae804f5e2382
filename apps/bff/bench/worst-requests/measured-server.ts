import { fork } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { join } from 'node:path'
import type { ClusterSize } from '@strata/sample-cluster'
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
  /** What the server did while something else was going on. */
  costOf(work: () => Promise<unknown>): Promise<Cost>
  stop(): Promise<void>
}

/** What is served: a folder's store. */
interface Served {
  readonly folder: string
  /** A cluster of this size is written into it first. */
  readonly size?: ClusterSize
  /** Documents of this kind, above all limits, are stored before each request. */
  readonly stored?: StoredKind | undefined
}

export async function startMeasuredServer({ folder, size, stored }: Served): Promise<MeasuredServer> {
  const args = ['--folder', folder, ...option('--size', size), ...option('--stored', stored)]
  const child = fork(join(import.meta.dirname, 'serve.ts'), args, { execArgv: ['--import', 'tsx'] })
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
  const costOf = async (work: () => Promise<unknown>) => {
    await ask('begin')
    await work()
    const cost = await ask('end')
    if (!('cpu' in cost)) throw new Error('the server did not say what a request cost')
    return cost
  }
  return {
    ...ready,
    send,
    costOf,
    async measure(sent) {
      let answer: Answered = { status: 0, text: '' }
      const cost = await costOf(async () => {
        answer = await send(sent)
      })
      return { ...cost, ...answer }
    },
    async stop() {
      const exited = once(child, 'exit')
      child.send('stop')
      await exited
    },
  }
}

function option(name: string, value: string | undefined): string[] {
  return value === undefined ? [] : [name, value]
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
    // Whoever sends more than is taken may be cut off, even before the answer was read.
    sending.on('error', () => resolve({ status: 0, text: '' })).end(body)
  })
}
