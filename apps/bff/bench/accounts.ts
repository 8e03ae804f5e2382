import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { type ClusterSize, clusterSizes } from '@strata/sample-cluster'
import { type MeasuredServer, type Sent, startMeasuredServer } from './worst-requests/measured-server.ts'
import type { Cost, SignedIn } from './worst-requests/messages.ts'

/**
 * What a server on the embedded store pays for many accounts: the start, signing in, lists and searches.
 * - `--size 1,000` takes another cluster than that of 100,000 accounts
 */

/** Of those that are repeated, the one in the middle is told. */
const repetitions = 5
/** Milliseconds between two looks whether the server is ready. */
const pause = 20

const { values } = parseArgs({ options: { size: { type: 'string', default: '100,000' } } })
const size = sizeOf(values.size)
const folder = await mkdtemp(join(tmpdir(), 'strata-bench-'))
try {
  const filling = await startMeasuredServer({ folder, size })
  const { callers } = filling
  await filling.stop()
  console.log(`${size === 'small' ? clusterSizes.small.accounts : size} accounts, one request after another.\n`)
  console.log('| what | ms | CPU ms | longest stall ms |\n| --- | ---: | ---: | ---: |')
  await measured(callers)
} finally {
  await rm(folder, { recursive: true })
}

/** The process that filled the store has it all in mind: another one is measured. */
async function measured(callers: readonly SignedIn[]): Promise<void> {
  const forked = performance.now()
  const server = await startMeasuredServer({ folder })
  try {
    console.log(row('start: until it listens', performance.now() - forked))
    await measureStart(server)
    await measureRequests(server, callers)
    console.log(`\nMemory: ${await memory(server)}.\n`)
  } finally {
    await server.stop()
  }
}

async function measureStart(server: MeasuredServer): Promise<void> {
  let status = 0
  const isReady = async () => {
    do {
      await setTimeout(pause)
      status = (await server.send({ method: 'GET', path: '/readyz', headers: {} })).status
    } while (status !== 200)
  }
  console.log(await timed('start: from there until /readyz answers 200', server, isReady))
  console.log(`| memory then: ${await memory(server)} | | | |`)
  console.log(await timed('the first sign-in', server, () => signIn(server)))
  console.log(await middle('signing in', server, () => signIn(server)))
}

async function measureRequests(server: MeasuredServer, callers: readonly SignedIn[]): Promise<void> {
  const of = (level: SignedIn['level']) => callers.find((caller) => caller.level === level)
  const [master, reseller] = [of('superduper-admin'), of('reseller-admin')]
  const below = (id: string | undefined, list: string) => `/v2/accounts/${id}/${list}`
  for (const { what, caller = master, path } of [
    { what: 'the account itself', path: `/v2/accounts/${reseller?.accountId}` },
    { what: 'children of the master account, first page', path: below(master?.accountId, 'children') },
    { what: 'children of a reseller', caller: reseller, path: below(reseller?.accountId, 'children') },
    { what: 'descendants of the master account, first page', path: below(master?.accountId, 'descendants') },
    { what: '… from a name in the middle', path: `${below(master?.accountId, 'descendants')}?start_key=Maple` },
    { what: '… by a part of their name', path: `${below(master?.accountId, 'descendants')}?search=lagoon` },
    { what: '… all of them', path: `${below(master?.accountId, 'descendants')}?paginate=false` },
    { what: 'search: nothing typed', path: '/console/accounts' },
    { what: "search: a name's beginning", path: '/console/accounts?search=maple' },
    { what: 'search: a later word', path: '/console/accounts?search=pharmacy' },
    { what: 'search: within a word', path: '/console/accounts?search=ourier' },
    { what: 'search: not there', path: '/console/accounts?search=qqq' },
    { what: 'search: below a reseller', caller: reseller, path: '/console/accounts?search=qqq' },
  ]) {
    const sent: Sent = { method: 'GET', path, headers: { 'x-auth-token': caller?.token ?? '' } }
    console.log(await middle(what, server, () => ok(server, sent)))
  }
}

async function signIn(server: MeasuredServer): Promise<void> {
  const credentials = createHash('md5').update('admin:bench-only-password').digest('hex')
  const body = JSON.stringify({ data: { credentials, account_name: 'master' } })
  await ok(server, { method: 'PUT', path: '/v2/user_auth', headers: { 'content-type': 'application/json' }, body })
}

async function ok(server: MeasuredServer, sent: Sent): Promise<void> {
  const { status, text } = await server.send(sent)
  if (status >= 300) throw new Error(`${sent.method} ${sent.path}: ${status} ${text.slice(0, 500)}`)
}

async function timed(what: string, server: MeasuredServer, work: () => Promise<unknown>): Promise<string> {
  const { ms, ...cost } = await once(server, work)
  return row(what, ms, cost)
}

async function middle(what: string, server: MeasuredServer, work: () => Promise<unknown>): Promise<string> {
  const all: (Cost & { ms: number })[] = []
  for (let time = 0; time < repetitions; time += 1) all.push(await once(server, work))
  const of = (key: 'ms' | 'cpu' | 'stall') =>
    all.map((each) => each[key]).toSorted((a, b) => a - b)[repetitions >> 1] ?? 0
  return row(what, of('ms'), { cpu: of('cpu'), stall: of('stall') })
}

async function once(server: MeasuredServer, work: () => Promise<unknown>): Promise<Cost & { ms: number }> {
  let ms = 0
  const cost = await server.costOf(async () => {
    const before = performance.now()
    await work()
    ms = performance.now() - before
  })
  return { ms, ...cost }
}

function row(what: string, ms: number, cost?: Cost): string {
  const numbers = [ms, cost?.cpu, cost?.stall].map((value) => value?.toFixed(value < 10 ? 1 : 0) ?? '')
  return `| ${[what, ...numbers].join(' | ')} |`
}

/** As the server itself tells it. */
async function memory(server: MeasuredServer): Promise<string> {
  const { text } = await server.send({ method: 'GET', path: '/metrics', headers: {} })
  const megabytes = (name: string) => Math.round(Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1]) / 2 ** 20)
  return `${megabytes('process_resident_memory_bytes')} MB resident, ${megabytes('nodejs_heap_size_used_bytes')} MB of heap used`
}

function sizeOf(text: string): ClusterSize {
  const found = Object.keys(clusterSizes).find((name): name is ClusterSize => name === text)
  if (found === undefined) throw new Error(`--size takes ${Object.keys(clusterSizes).join(', ')}`)
  return found
}
