import type { ApiClient } from '../api-client.ts'

/** Where things of the demo's cluster are. */
export interface Places {
  readonly account: string
  readonly reseller: string
  readonly user: string
  readonly systemPlan: string
  readonly resellerPlan: string
}

const node = encodeURIComponent('kazoo_apps@app1.ams.example.net')

/** Keys of every kind, in a third of the largest category's number: its form is looked at once, in `category`. */
const middling = 'number_manager'

/** Every page of the console by a short name, and its address on the demo's cluster. */
export const allPages: Readonly<Record<string, (places: Places) => string>> = {
  'system-configs': () => '/system-configs',
  category: () => `/system-configs/ecallmgr?section=${node}`,
  'category-default': () => `/system-configs/${middling}`,
  'category-json': () => `/system-configs/${middling}?section=${node}&view=json`,
  'category-without-schema': () => '/system-configs/acme.billing',
  matrix: () => '/system-configs/ecallmgr/matrix',
  compare: () => `/compare?leftCategory=${middling}&leftSection=${node}&rightCategory=${middling}`,
  'compare-start': () => '/compare',
  topology: () => '/topology',
  node: () => `/nodes/${node}`,
  'node-compared': () => `/nodes/${node}?with=${encodeURIComponent('kazoo_apps@app1.fra.example.net')}`,
  'node-new': () => `/nodes/${encodeURIComponent('kazoo_apps@app9.fra.example.net')}?zone=fra`,
  sweeper: () => '/sweeper',
  search: () => '/search?q=timeout',
  'search-tokens': () => `/search?q=${encodeURIComponent('@noise')}`,
  'search-start': () => '/search',
  storage: () => '/storage',
  'storage-system': () => '/storage/system',
  'storage-account': ({ account }) => `/storage/accounts/${account}`,
  'storage-where': ({ account }) => `/storage?account=${account}`,
  'storage-account-map': ({ account }) => `/storage/accounts/${account}?view=map`,
  'storage-account-json': ({ account }) => `/storage/accounts/${account}?view=json`,
  'storage-account-new': ({ reseller }) => `/storage/accounts/${reseller}`,
  'storage-users': ({ account }) => `/storage/accounts/${account}/users`,
  'storage-user': ({ account, user }) => `/storage/accounts/${account}/users/${user}`,
  'storage-plans': () => '/storage/plans',
  'storage-plan': ({ systemPlan }) => `/storage/plans/${systemPlan}`,
  'storage-plan-map': ({ systemPlan }) => `/storage/plans/${systemPlan}?view=map`,
  'storage-plan-new': () => '/storage/plans/new',
  'storage-account-plans': ({ reseller }) => `/storage/accounts/${reseller}/plans`,
  'storage-account-plan': ({ reseller, resellerPlan }) => `/storage/accounts/${reseller}/plans/${resellerPlan}`,
  'not-found': () => '/no/such/page',
}

export async function findPlaces(api: ApiClient): Promise<Places> {
  const accounts = await listed(api, `/v2/accounts/${api.accountId}/descendants?paginate=false`)
  const account = idOf(accounts, 'Ember Engineering')
  const reseller = idOf(accounts, 'Amber Telecom')
  return {
    account,
    reseller,
    user: idOf(await listed(api, `/v2/accounts/${account}/users`), 'otto'),
    systemPlan: idOf(await listed(api, '/v2/storage/plans'), 'Europe only'),
    resellerPlan: idOf(await listed(api, `/v2/accounts/${reseller}/storage/plans`), 'Reseller archive'),
  }
}

interface Listed {
  readonly id: string
  readonly name?: string
  readonly username?: string
}

async function listed(api: ApiClient, path: string): Promise<readonly Listed[]> {
  return (await api.get(path)) as Listed[]
}

function idOf(list: readonly Listed[], name: string): string {
  const found = list.find((one) => one.name === name || one.username === name)
  if (found === undefined) throw new Error(`The demo has no ${name}.`)
  return found.id
}
