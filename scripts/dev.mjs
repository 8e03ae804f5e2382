import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import process, { env, execPath, exit } from 'node:process'
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'
import { build } from './build.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

// The server runs from its sources, its inspection of a damaged store as it was built.
await build({ only: 'server' })

env.STRATA_PORT ??= '8000'
// Vite serves the pages and passes the API on to the server's port.
const vite = await createServer({ root: join(root, 'apps/web') })
await vite.listen()
const address = vite.resolvedUrls?.local[0]
env.STRATA_PUBLIC_URL ??= address && new URL(address).origin

const tsx = fileURLToPath(import.meta.resolve('tsx/cli'))
const server = spawn(execPath, [tsx, 'watch', '--clear-screen=false', join(root, 'apps/bff/src/main.ts')], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
})
vite.printUrls()

const ended = once(server, 'exit')
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
const [code] = await ended
await vite.close()
exit(code ?? 0)
