import { build } from './build.mjs'

await build()
// In this process, which takes the command and its arguments from the command line as they are.
await import('../apps/bff/dist/strata.js')
