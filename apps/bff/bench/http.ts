import autocannon from 'autocannon'
import { measureBareStore } from './bare-store.ts'
import { type DemoServer, startDemoServer } from './demo-server.ts'
import { type Figures, row } from './figures.ts'

/** Seconds of load for each request, and connections that send it. */
/** The category with the most keys. */
const CATEGORY = 'ecallmgr'
const DURATION = 6
const CONNECTIONS = 10

interface Load {
  readonly name: string
  readonly path: string
  readonly method?: 'GET' | 'PATCH'
  readonly bodies?: readonly string[]
}

const server = await startDemoServer()
try {
  await report(server)
} finally {
  await server.stop()
}

async function report(demo: DemoServer): Promise<void> {
  const category = `/v2/system_configs/${CATEGORY}`
  const section = await firstNode(demo, category)
  const accounts = await get<{ id: string }[]>(demo, '/console/storage')
  const account = accounts.find(({ id }) => id.length === 32)?.id ?? ''
  const loads: Load[] = [
    { name: `GET ${CATEGORY} with defaults`, path: `${category}?with_defaults=true` },
    { name: 'GET a section', path: `${category}/${section}` },
    {
      name: 'PATCH a section',
      path: `${category}/${section}`,
      method: 'PATCH',
      bodies: [1501, 1502].map((value) => JSON.stringify({ data: { acl_request_timeout_ms: value } })),
    },
    { name: "GET an account's storage", path: `/v2/accounts/${account}/storage` },
  ]
  console.log(`Requests over ${CONNECTIONS} connections, ${DURATION} s each; the bare store with as many callers.\n`)
  console.log('| what | per second | p50 ms | p99 ms | bytes |\n| --- | ---: | ---: | ---: | ---: |')
  for (const load of loads) {
    const { figures, bytes } = await run(demo, load)
    console.log(row(load.name, figures, String(bytes)))
  }
  const stored = await get<Record<string, never>>(demo, category)
  const bare = await measureBareStore(stored)
  console.log(row(`bare store: read ${CATEGORY}`, bare.read, ''))
  console.log(row(`bare store: write ${CATEGORY}`, bare.write, ''))
  const bareStorage = await measureBareStore(await get(demo, `/v2/accounts/${account}/storage`))
  console.log(row('bare store: read a storage document', bareStorage.read, ''))
}

async function run(
  demo: DemoServer,
  { path, method = 'GET', bodies }: Load,
): Promise<{ figures: Figures; bytes: number }> {
  const headers = { 'x-auth-token': demo.token, 'content-type': 'application/json' }
  const requests = bodies?.map((body) => ({ method, path, headers, body })) ?? [{ method, path, headers }]
  const result = await autocannon({ url: demo.url, connections: CONNECTIONS, duration: DURATION, requests })
  if (result.non2xx > 0) throw new Error(`${method} ${path}: ${result.non2xx} answers were not 2xx`)
  const { average } = result.requests
  const bytes = Math.round(result.throughput.average / average)
  return { figures: { rate: average, p50: result.latency.p50, p99: result.latency.p99 }, bytes }
}

async function firstNode(demo: DemoServer, category: string): Promise<string> {
  const sections = await get<Record<string, unknown>>(demo, category)
  return Object.keys(sections).find((name) => name.includes('@')) ?? 'default'
}

async function get<Data>(demo: DemoServer, path: string): Promise<Data> {
  const response = await fetch(demo.url + path, { headers: { 'x-auth-token': demo.token } })
  const { data } = (await response.json()) as { data: Data }
  return data
}
