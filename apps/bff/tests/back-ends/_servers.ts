import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'

/** A server of a test on a free port of 127.0.0.1. */
export interface TestServer {
  readonly port: number
  readonly url: string
  stop(): Promise<void>
}

export async function serve(listener: RequestListener): Promise<TestServer> {
  return listening(createServer(listener), 'http')
}

export async function serveTls(listener: RequestListener, pair: { key: string; cert: string }): Promise<TestServer> {
  return listening(createTlsServer(pair, listener), 'https')
}

async function listening(server: Server, scheme: string): Promise<TestServer> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: `${scheme}://127.0.0.1:${port}`,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
