import type { IncomingMessage } from 'node:http'
import type { Response } from 'express'
import { hasBody } from './read-raw.ts'

/** How much, and for how long (milliseconds), a client may go on sending that has its answer. */
const patience = { bytes: 4_000_000, time: 5000 }

/**
 * Sends the last of an answer, whether or not all of its request has come.
 * - a connection that ends while its client is sending is reset, and the answer is lost with it: so what still comes is
 *   thrown away first; whoever sends more or longer than it takes to notice the answer is cut off
 * - nobody should send another request over such a connection
 */
export async function endOnceReceived(response: Response, content: Buffer): Promise<void> {
  const { req: request } = response
  if (request.complete || !hasBody(request)) {
    response.end(content)
    return
  }
  // The client has left, or was cut off.
  if (request.destroyed) return
  response.setHeader('Connection', 'close')
  response.write(content)
  await discardRest(request)
  if (request.complete) response.end()
  else request.destroy()
}

function discardRest(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    let bytes = 0
    const done = () => {
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(done, patience.time)
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > patience.bytes) done()
    })
    request.once('end', done).once('close', done)
    request.resume()
  })
}
