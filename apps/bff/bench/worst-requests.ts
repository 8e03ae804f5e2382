import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startMeasuredServer } from './worst-requests/measured-server.ts'
import { report } from './worst-requests/report.ts'
import { type Worst, worstOf, worstOfSmall } from './worst-requests/search.ts'
import { type StoredKind, storedKinds } from './worst-requests/stored-documents.ts'
import { type CallerName, type Target, targetsOf } from './worst-requests/targets.ts'

/**
 * Looks for the worst request of every route, by size and shape; everything over loopback.
 * - `--route /storage/routes` looks only at routes with this in their path
 * - what callers store stays while those after them ask, as it would; superduper admins, who may store most, get a
 *   server of their own
 * - what small requests cost where documents above all limits are stored, of each kind
 */

const below: readonly CallerName[] = ['nobody', 'user', 'account-admin', 'reseller-admin']
/** Milliseconds for each of the searches; what is not reached then is said. */
const longest = 300_000

const { values } = parseArgs({ options: { route: { type: 'string' } } })
console.log(await searched('Callers below superduper admins', below, worstOf))
console.log(await searched('Superduper admins', ['superduper-admin'], worstOf))
for (const kind of storedKinds) {
  console.log(await searched(`Small requests where many ${kind} are stored`, below, worstOfSmall, kind))
}

async function searched(
  title: string,
  callers: readonly CallerName[],
  find: typeof worstOf,
  stored?: StoredKind,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'strata-bench-'))
  const server = await startMeasuredServer({ folder, size: 'small', stored })
  try {
    const until = performance.now() + longest
    const all = await targetsOf(server, callers, values.route)
    const targets = stored === undefined ? all : all.filter(({ route }) => route.includes('/storage'))
    const found: Worst[] = []
    for (const target of targets) {
      if (performance.now() > until) break
      found.push(await find(target, server))
    }
    return report(title, found) + notReached(targets.slice(found.length))
  } finally {
    await server.stop()
    await rm(folder, { recursive: true })
  }
}

function notReached(targets: readonly Target[]): string {
  if (targets.length === 0) return ''
  const routes = new Set(targets.map(({ method, route }) => `${method} ${route}`))
  return `Out of time after ${longest / 1000} s, not looked at (ask with --route): ${[...routes].join(', ')}\n`
}
