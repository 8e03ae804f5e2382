// Prints the tables of docs/performance.md: this machine, the server's figures and its worst requests, the browser's figures.
import { spawnSync } from 'node:child_process'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { build } from './build.mjs'
import { findBrowser } from './find-browser.mjs'

await build()
const processor = cpus()[0]?.model ?? 'unknown processor'
const memory = Math.round(totalmem() / 2 ** 30)
console.log(`\nNode ${process.version}, ${cpus().length} × ${processor}, ${memory} GiB\n`)
run('apps/bff/bench/http.ts')
run('apps/bff/bench/accounts.ts')
run('apps/bff/bench/worst-requests.ts')
run('e2e/bench/run.ts', { CHROMIUM_PATH: findBrowser() })

function run(script, env = {}) {
  const { status } = spawnSync(join('node_modules', '.bin', 'tsx'), [script], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  if (status !== 0) process.exit(status ?? 1)
}
