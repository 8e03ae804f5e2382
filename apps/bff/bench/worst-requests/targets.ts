import type { MeasuredServer } from './measured-server.ts'
import type { Ready, SignedIn } from './messages.ts'

export type CallerName = 'nobody' | SignedIn['level']

/** A route as one caller asks it. */
export interface Target {
  readonly method: string
  /** The route's own path, with its parameters' names. */
  readonly route: string
  readonly caller: CallerName
  /** Filled in with what there is, without a query. */
  readonly path: string
  /** What the route cannot do without. */
  readonly query: string
  readonly headers: Readonly<Record<string, string>>
}

/** The category with the most keys. */
export const category = 'ecallmgr'

/** Everything that paths name. */
type Parameters = Readonly<Record<string, string>>

/** Every route as every caller of one of the levels asks it: what is stored first, what is removed last and from below. */
export async function targetsOf(
  server: MeasuredServer,
  callers: readonly CallerName[],
  only: string | undefined,
): Promise<Target[]> {
  const known = await knownParameters(server)
  const routes = server.routes
    .filter(({ path }) => only === undefined || path.includes(only))
    .toSorted((a, b) => order(a) - order(b) || (a.method === 'DELETE' ? b.path.length - a.path.length : 0))
  return routes.flatMap(({ method, path, access }) =>
    callers.map((caller): Target => {
      const ofReseller = access.who === 'storage' && access.scope === 'reseller-plans'
      const account = ofReseller ? known.reseller_id : known.account_id
      const isOfUsers = path.endsWith('/users/:user_id')
      const user = isOfUsers ? known.other_user_id : known.user_id
      const parameters: Parameters = {
        ...known,
        account_id: account ?? '',
        user_id: user ?? '',
        plan_id: planOf(path, known),
      }
      const token = tokenOf(caller, server)
      return {
        method,
        route: path,
        caller,
        path: path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(parameters[name] ?? 'none')),
        query: queryOf(path, method, known.user_id ?? ''),
        headers: token === undefined ? {} : { 'x-auth-token': token },
      }
    }),
  )
}

function order({ method }: { method: string }): number {
  return ['PUT', 'POST', 'PATCH', 'GET', 'DELETE'].indexOf(method)
}

function planOf(path: string, { system_plan = '', reseller_plan = '' }: Parameters): string {
  return path.includes('accounts') && !path.startsWith('/console/storage') ? reseller_plan : system_plan
}

function queryOf(path: string, method: string, user: string): string {
  if (path === '/console/accounts/:account_id/storage/route') return `?class=modb&type=mailbox_message&user=${user}`
  if (path === '/console/accounts/:account_id/storage/routes') return `?user=${user}`
  if (path === '/console/storage/route') return '?database=system_config'
  return path.endsWith('/storage') && path.startsWith('/v2') && method !== 'GET' ? '?validate_settings=false' : ''
}

function tokenOf(caller: CallerName, { callers }: Ready): string | undefined {
  return callers.find(({ level }) => level === caller)?.token
}

async function knownParameters(server: MeasuredServer): Promise<Parameters> {
  const of = (level: SignedIn['level']) => server.callers.find((caller) => caller.level === level)
  const headers = { 'x-auth-token': tokenOf('superduper-admin', server) ?? '' }
  const get = async (path: string) => {
    const { data } = JSON.parse((await server.send({ method: 'GET', path, headers })).text)
    return data
  }
  const reseller = of('reseller-admin')?.accountId ?? ''
  const schema = `system_config.${category}`
  const accountId = of('user')?.accountId ?? ''
  const made = await server.send({
    method: 'PUT',
    path: `/v2/accounts/${accountId}/users`,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ data: { username: 'bench', password: 'bench-only-password' } }),
  })
  const [sections, systemPlans, resellerPlans, form] = await Promise.all([
    get(`/v2/system_configs/${category}`),
    get('/v2/storage/plans'),
    get(`/v2/accounts/${reseller}/storage/plans`),
    get(`/console/schemas/${schema}/form`),
  ])
  return {
    account_id: accountId,
    user_id: of('user')?.userId ?? '',
    // One that nobody signed in with: a change of name or password ends sessions.
    other_user_id: JSON.parse(made.text).data.id,
    reseller_id: reseller,
    system_plan: systemPlans[0]?.id ?? '',
    reseller_plan: resellerPlans[0]?.id ?? '',
    category,
    section: Object.keys(sections).find((name) => name.includes('@')) ?? 'default',
    schema_id: schema,
    module: new URL(form.validator_url, server.url).pathname.split('/').at(-1) ?? '',
    token: headers['x-auth-token'],
  }
}
