import { createServer, type Server } from 'node:http'
import type { Express } from 'express'
import { StartError } from './start-error.ts'

/** Requests that still run this long after a stop was asked for are cut off (milliseconds). */
const PATIENCE = 7000
/** Connections at once; further ones are closed as they come. */
const MAX_CONNECTIONS = 2000
/** In which the head of a request, and all of it, must have come (milliseconds). */
const HEAD_TIMEOUT = 15_000
const REQUEST_TIMEOUT = 60_000
/** How often that is looked at (milliseconds). */
const TIMEOUT_CHECKS = 5000
/** Longer than proxies keep idle connections, so that it is theirs to close them (milliseconds). */
const KEEP_ALIVE = 65_000

/** A server that accepts requests. */
export interface Listening {
  readonly port: number
  /** Accepts nothing more, lets requests in flight finish, and then resolves. */
  stop(): Promise<void>
}

/** A server of an app that no client holds on to for longer, and none with more connections, than it can bear. */
export function createHttpServer(app: Express): Server {
  const server = createServer(
    {
      keepAliveTimeout: KEEP_ALIVE,
      headersTimeout: HEAD_TIMEOUT,
      requestTimeout: REQUEST_TIMEOUT,
      connectionsCheckingInterval: TIMEOUT_CHECKS,
    },
    app,
  )
  server.maxConnections = MAX_CONNECTIONS
  return server
}

/** Serves an app. Throws `StartError` when the address cannot be had. */
export async function listen(app: Express, { host, port }: { host: string; port: number }): Promise<Listening> {
  const server = createHttpServer(app)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(toStartError(error, host, port)))
    server.listen(port, host, resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    stop: () => stop(server),
  }
}

async function stop(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  // A connection is idle only once its last answer has gone out.
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const cut = setTimeout(() => server.closeAllConnections(), PATIENCE)
  await closed
  clearInterval(sweep)
  clearTimeout(cut)
}

function toStartError(error: NodeJS.ErrnoException, host: string, port: number): StartError {
  const place = `port ${port} of ${host}`
  switch (error.code) {
    case 'EADDRINUSE':
      return failure(`Another program listens on ${place}. Stop it, or choose another port with STRATA_PORT.`)
    case 'EACCES':
      return failure(`This user may not listen on ${place}. Choose a port from 1024 on with STRATA_PORT.`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return failure(`${host} is no address of this machine. Choose another with STRATA_HOST.`)
    default:
      return failure(`Strata cannot listen on ${place}: ${error.message}`)
  }
}

function failure(message: string): StartError {
  return new StartError('surroundings', message)
}
