import { bodyShapes } from './body-shapes.ts'
import type { BodyShape } from './filling.ts'
import { headShapes } from './head-shapes.ts'
import type { MeasuredServer, Sent } from './measured-server.ts'
import type { Cost } from './messages.ts'
import { storageChanges } from './storage-shapes.ts'
import type { Target } from './targets.ts'

/** The most expensive request that was found for a target. */
export interface Worst extends Cost {
  readonly target: Target
  readonly shape: string
  /** Of the body, or of the address where there is none. */
  readonly bytes: number
  readonly status: number
}

/** Sizes of bodies in bytes that are tried, the first with every shape. */
const sizes = [16_000, ...[1, 2, 4, 8, 16, 32, 64, 128, 253].map((factor) => factor * 31_200)]
/** Shapes that are tried in every size. */
const finalists = 2
/** Milliseconds from which a request is asked again, as a busy machine makes some look worse than they are. */
const doubtful = { cpu: 100, stall: 25 }
/** Milliseconds of work from which there is nothing left to find out. */
const certain = 1000
const refusedAnyway: readonly number[] = [401, 403, 404, 405]

/** Looks for the worst request that a caller can send to a route. */
export async function worstOf(target: Target, server: MeasuredServer): Promise<Worst> {
  return worst(await (hasBody(target.method) ? ofBodies : ofHeads)(target, server))
}

function hasBody(method: string): boolean {
  return method !== 'GET' && method !== 'DELETE'
}

function worst(tried: readonly Worst[]): Worst {
  return tried.reduce((most, each) => (weight(each) > weight(most) ? each : most))
}

/** What a small request costs where much is stored. */
export async function worstOfSmall(target: Target, server: MeasuredServer): Promise<Worst> {
  const { method, path, query, headers, route } = target
  if (!hasBody(method))
    return measured(target, 'as it is', path.length, { method, path: path + query, headers }, server)
  const tried: Worst[] = []
  for (const shape of storageChanges(route)) tried.push(await ofBody(target, shape, sizes[0] ?? 0, server))
  return worst(tried)
}

/** A stall of 50 ms weighs as much as 250 ms of work. */
export function weight({ cpu, stall }: Cost): number {
  return Math.max(cpu / 250, stall / 50)
}

async function ofHeads(target: Target, server: MeasuredServer): Promise<Worst[]> {
  const tried: Worst[] = []
  for (const { name, path, headers } of headShapes(target)) {
    const sent = { method: target.method, path, headers: { ...target.headers, ...headers } }
    tried.push(await measured(target, name, path.length, sent, server))
    if (target.method === 'DELETE') break
  }
  return tried
}

async function ofBodies(target: Target, server: MeasuredServer): Promise<Worst[]> {
  const [first = 0, ...larger] = sizes
  const attempt = (shape: BodyShape, bytes: number) => ofBody(target, shape, bytes, server)
  const shapes = bodyShapes(target.route)
  const tried: Worst[] = []
  for (const shape of shapes) {
    tried.push(await attempt(shape, first))
    // Who is refused whatever the body says is refused each shape alike: what is left to see is how bodies are read.
    if (tried.length === 3 && tried.every(({ status }) => refusedAnyway.includes(status))) break
    if (tried.some(({ cpu }) => cpu > certain)) break
  }
  const best = tried.toSorted((a, b) => weight(b) - weight(a)).slice(0, finalists)
  for (const shape of shapes.filter(({ name }) => best.some((each) => each.shape === name))) {
    for (const bytes of larger) {
      const next = await attempt(shape, bytes)
      tried.push(next)
      if (next.status === 413 || next.cpu > certain) break
    }
  }
  return tried
}

function ofBody(target: Target, shape: BodyShape, bytes: number, server: MeasuredServer): Promise<Worst> {
  const body = JSON.stringify({ data: shape.make(bytes) })
  const headers = { ...target.headers, 'content-type': 'application/json' }
  const sent = { method: target.method, path: target.path + target.query, headers, body }
  return measured(target, shape.name, Buffer.byteLength(body), sent, server)
}

/** Asked three times where it looks bad: what counts is the least of them. */
async function measured(
  target: Target,
  shape: string,
  bytes: number,
  sent: Sent,
  server: MeasuredServer,
): Promise<Worst> {
  const { status, ...cost } = await server.measure(sent)
  let { cpu, stall } = cost
  if (cpu < certain && (cpu > doubtful.cpu || stall > doubtful.stall)) {
    for (let again = 0; again < 2; again += 1) {
      const repeated = await server.measure(sent)
      cpu = Math.min(cpu, repeated.cpu)
      stall = Math.min(stall, repeated.stall)
    }
  }
  return { target, shape, bytes, status, cpu, stall }
}
