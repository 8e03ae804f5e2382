import { build } from './build.mjs'
import { endWithLauncher } from './end-with-launcher.mjs'

endWithLauncher()
await build()
// In this process, so that it starts at once and signals reach it; `--demo` is the server's own to read.
await import('../apps/bff/dist/main.js')
