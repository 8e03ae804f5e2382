import { type Worst, weight } from './search.ts'

/** What nobody may cause by one request, in milliseconds: work unless a superduper admin asks, stalls at all. */
const bounds = { cpu: 250, stall: 50 }
/** What is cheaper than this is only counted (milliseconds of work). */
const cheap = 20

/** The worst request of each route as a Markdown table, worst first, and how many were too cheap to be shown. */
export function report(title: string, found: readonly Worst[]): string {
  const ofRoute = new Map<string, Worst>()
  for (const each of found) {
    const key = `${each.target.method} ${each.target.route}`
    const known = ofRoute.get(key)
    if (known === undefined || weight(each) > weight(known)) ofRoute.set(key, each)
  }
  const all = [...ofRoute.values()].toSorted((a, b) => weight(b) - weight(a))
  const shown = all.filter(({ cpu, stall }) => cpu >= cheap || stall > bounds.stall / 2)
  return [
    `${title}: the worst request of each route; ! marks more than ${bounds.cpu} ms of work or a stall of more than ${bounds.stall} ms.`,
    '',
    '| route | caller | shape | bytes | answer | CPU ms | longest stall ms | |',
    '| --- | --- | --- | ---: | ---: | ---: | ---: | --- |',
    ...shown.map(row),
    '',
    `${all.length - shown.length} of ${all.length} routes stay below ${cheap} ms.`,
    '',
  ].join('\n')
}

function row({ target, shape, bytes, status, cpu, stall }: Worst): string {
  const isTooMuch = stall > bounds.stall || (cpu > bounds.cpu && target.caller !== 'superduper-admin')
  const cells = [`${target.method} ${target.route}`, target.caller, shape, bytes, status]
  return `| ${[...cells, Math.round(cpu), Math.round(stall), isTooMuch ? '!' : ''].join(' | ')} |`
}
