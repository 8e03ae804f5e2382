import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import process, { env } from 'node:process'

/** How often to look (milliseconds). */
const EVERY = 1000

/**
 * Ends this process as SIGTERM does once the `npx` or `pnpm` that runs it as a script is gone: they end at a signal
 * without passing it on, and would leave a server behind that nobody sees.
 */
export function endWithLauncher() {
  if (env.npm_lifecycle_event === undefined) return
  // A shell and pnpm; where npx started pnpm, a shell and npx as well. Whatever is above them may end without us.
  const count = env.PATH?.includes('/_npx/') ? 4 : 2
  const launchers = ancestors(count).join()
  const timer = setInterval(() => {
    if (ancestors(count).join() === launchers) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, EVERY)
  timer.unref()
}

function ancestors(count) {
  const found = [process.ppid]
  while (found.length < count) found.push(parentOf(found.at(-1)))
  return found
}

function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return parentByPs(pid)
  }
}

/** Where there is no `/proc`; without `ps` either, every look says the same. */
function parentByPs(pid) {
  try {
    return Number(execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)], { stdio: ['ignore', 'pipe', 'ignore'] }))
  } catch {
    return undefined
  }
}
