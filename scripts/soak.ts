/** Runs the long proofs whole, and nothing else. Arguments choose among them, by a part of a file's name. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { proofFiles } from './rounds.ts'

const asked = process.argv.slice(2)
const files = proofFiles.filter((file) => asked.length === 0 || asked.some((part) => file.includes(part)))
const { status } = spawnSync(join('node_modules', '.bin', 'vitest'), ['run', ...files], {
  stdio: 'inherit',
  env: { ...process.env, STRATA_SOAK: '1' },
})
process.exitCode = status ?? 1
