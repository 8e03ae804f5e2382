import { parseArgs } from 'node:util'
import { type MeasuredServer, startMeasuredServer } from './worst-requests/measured-server.ts'
import { report } from './worst-requests/report.ts'
import { type Worst, worstOf } from './worst-requests/search.ts'
import { type CallerName, targetsOf } from './worst-requests/targets.ts'

/**
 * Looks for the worst request of every route, by size and shape; everything over loopback.
 * - `--route /storage/routes` looks only at routes with this in their path
 * - what callers store stays while those after them ask, as it would; superduper admins, who may store most, get a
 *   server of their own
 */

const below: readonly CallerName[] = ['nobody', 'user', 'account-admin', 'reseller-admin']
/** Milliseconds for each of the two searches; what is not reached then is said. */
const longest = 120_000

const { values } = parseArgs({ options: { route: { type: 'string' } } })
console.log(await searched('Callers below superduper admins', below))
console.log(await searched('Superduper admins', ['superduper-admin']))

async function searched(title: string, callers: readonly CallerName[]): Promise<string> {
  const server = await startMeasuredServer()
  try {
    const { found, left } = await search(server, callers)
    return `${report(title, found)}${left === 0 ? '' : `Out of time: ${left} were not looked at.\n`}`
  } finally {
    await server.stop()
  }
}

async function search(
  server: MeasuredServer,
  callers: readonly CallerName[],
): Promise<{ found: Worst[]; left: number }> {
  const until = performance.now() + longest
  const targets = await targetsOf(server, callers, values.route)
  const found: Worst[] = []
  for (const target of targets) {
    if (performance.now() > until) break
    found.push(await worstOf(target, server))
  }
  return { found, left: targets.length - found.length }
}
