import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiRoutes } from '#bff/app.ts'
import { ACCOUNTS, startApp, type TestApp, USERS } from '../_app.ts'
import { type MatrixCaller, matrixCallers, type Target, targets } from './_callers.ts'
import { rules } from './_rules.ts'

type Rule = (typeof rules)[number]

interface Cell {
  readonly route: string
  readonly caller: MatrixCaller
  readonly target: Target | undefined
}

/** Seconds on two free cores; they may be busy. */
const timeout = 300_000

const everybody = ['anyone', 'an admin of the master account', 'an admin of the account']

const unknownAccount = 'ff'.repeat(16)

/** Paths of routes by themselves, without a real document behind them. */
const parameters: Record<string, string> = {
  user_id: 'ee'.repeat(16),
  plan_id: 'ab'.repeat(16),
  category: 'zz.matrix',
  section: 'default',
  schema_id: 'storage',
  module: 'form.js',
  token: 'invented',
}

function pathOf(path: string, target: Target | undefined): string {
  const named = target === undefined ? {} : { account_id: ACCOUNTS[target].id, user_id: USERS[targets[target]].id }
  const all: Record<string, string> = { account_id: unknownAccount, ...parameters, ...named }
  return path.replaceAll(/:(\w+)/g, (_, name: string) => all[name] ?? name)
}

/** Each route of a rule's lines as `METHOD path`. */
function routesOf({ routes }: Rule): string[] {
  return routes.flatMap((line) => {
    const words = line.split(' ')
    return words.slice(0, -1).map((method) => `${method} ${words.at(-1)}`)
  })
}

function expected(rule: Rule, { route, caller, target }: Cell): 'allowed' | 401 | 403 {
  const standing = target === undefined ? caller.anywhere : caller.standing[target]
  if (standing === 'nobody' && rule.allowed !== 'anyone') return 401
  const isForged = caller.isForged === 'all' || (caller.isForged === 'console' && route.includes(' /console/'))
  if (isForged && !route.startsWith('GET ')) return 403
  if (rule.allowed === 'anyone' || rule.allowed === 'signed in') return 'allowed'
  const isElsewhere = rule.isOfResellers === true && target !== 'reseller' && standing !== 'superduper'
  return rule.allowed.includes(standing) && !isElsewhere ? 'allowed' : 403
}

describe('who may do what', () => {
  let app: TestApp
  let callers: MatrixCaller[]
  let cells = 0
  beforeAll(async () => {
    app = await startApp()
    callers = await matrixCallers(app)
  })
  afterAll(async () => {
    await app.stop()
    const counts = `${cells} cells: ${served().length} routes, ${callers.length} kinds of caller`
    process.stdout.write(`authorisation matrix: ${counts}\n`)
  })

  const served = () => apiRoutes(app.context).map(({ method, path }) => `${method} ${path}`)

  /** A precondition and a body that never hold: whoever is let through changes nothing. */
  async function statusOf({ route, caller, target }: Cell): Promise<number> {
    const [method = '', path = ''] = route.split(' ')
    const never = { body: '{"data":{}}', headers: { 'if-match': '"0-never"', 'content-type': 'application/json' } }
    const { body, headers } = method === 'GET' ? { body: null, headers: {} } : never
    const response = await fetch(app.url + pathOf(path, target), {
      method,
      headers: { ...headers, ...caller.headers },
      body,
    })
    await response.arrayBuffer()
    return response.status
  }

  it('of every route that is served the table says it, once', () => {
    expect(rules.flatMap(routesOf).sort()).toEqual(served().sort())
  })

  /** Who is nobody is that to every account. */
  function cellsOf(route: string): Cell[] {
    if (!route.includes(':account_id')) return callers.map((caller) => ({ route, caller, target: undefined }))
    const [first, ...others] = Object.keys(targets) as Target[]
    const known = callers.filter(({ anywhere }) => anywhere !== 'nobody')
    return [
      ...callers.map((caller) => ({ route, caller, target: first })),
      ...others.flatMap((target) => known.map((caller) => ({ route, caller, target }))),
    ]
  }

  for (const rule of rules) {
    it(rule.note, { timeout }, async () => {
      const wrong: string[] = []
      for (const route of routesOf(rule)) {
        const row = cellsOf(route)
        const statuses = await Promise.all(row.map(statusOf))
        for (const [index, cell] of row.entries()) {
          const [status = 0, outcome] = [statuses[index], expected(rule, cell)]
          const isRight = outcome === 'allowed' ? ![401, 403].includes(status) && status < 500 : status === outcome
          if (isRight) continue
          wrong.push(`${cell.caller.name}: ${route} of ${cell.target}: ${status} instead of ${outcome}`)
        }
        cells += row.length
      }
      expect(wrong).toEqual([])
    })
  }

  it('an account that is not there is 404 for everybody', { timeout }, async () => {
    const wrong: string[] = []
    const some = callers.filter(({ name }) => everybody.includes(name))
    for (const route of rules.flatMap(routesOf).filter((each) => each.includes(':account_id'))) {
      const statuses = await Promise.all(some.map((caller) => statusOf({ route, caller, target: undefined })))
      if (statuses.some((status) => status !== 404)) wrong.push(`${route}: ${statuses.join(' ')}`)
      cells += statuses.length
    }
    expect(some).toHaveLength(everybody.length)
    expect(wrong).toEqual([])
  })

  it('nothing of this changed or removed anything', async () => {
    const root = callers.find(({ anywhere }) => anywhere === 'superduper')
    for (const [target, caller] of Object.entries(targets)) {
      const path = `/v2/accounts/${ACCOUNTS[target as Target].id}/users/${USERS[caller].id}`
      const response = await fetch(app.url + path, { headers: root?.headers ?? {} })
      expect(response.status).toBe(200)
    }
    expect(await app.store.database('system_data').ids()).toEqual([])
  })
})
