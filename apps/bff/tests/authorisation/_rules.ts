/** What a caller is to the account in the path, or to the whole system where there is none. */
export type Standing =
  | 'nobody'
  | 'superduper'
  | 'own admin'
  | 'own user'
  /** A plain user, and the one in the path. */
  | 'own user itself'
  | 'reseller admin'
  | 'reseller user'
  /** Of a reseller that is not above the account. */
  | 'reseller admin beside'
  | 'reseller user beside'
  /** Of an account above it that is not its reseller. */
  | 'ancestor admin'
  | 'ancestor user'
  | 'foreign admin'
  | 'foreign user'

/** Who may use the routes of a kind, and which these are: several methods of one path on one line. */
interface Rule {
  readonly note: string
  /** Everybody who signed in may use what says so. */
  readonly allowed: readonly Standing[] | 'anyone' | 'signed in'
  readonly routes: readonly string[]
  /** For accounts that are no resellers superduper admins alone. */
  readonly isOfResellers?: true
}

const all = 'GET PUT POST PATCH DELETE'
const account = '/v2/accounts/:account_id'
const console = '/console/accounts/:account_id'
const user = `${account}/users/:user_id`

const admins = ['superduper', 'own admin', 'reseller admin', 'ancestor admin'] as const
const keyHolders = ['superduper', 'own admin', 'reseller admin', 'reseller admin beside'] as const

export const rules: readonly Rule[] = [
  {
    note: 'open to anyone',
    allowed: 'anyone',
    routes: [
      'PUT /v2/user_auth',
      'PUT /v2/api_auth',
      'POST /console/session',
      'GET /v2/schemas',
      'GET /v2/schemas/:schema_id',
      'GET /healthz',
      'GET /readyz',
      'GET /metrics',
    ],
  },
  {
    note: 'about the caller, or the same for all who sign in',
    allowed: 'signed in',
    routes: [
      'GET /v2/user_auth/:token',
      'GET DELETE /v2/token_auth',
      'GET DELETE /console/session',
      'GET /v2/about',
      'GET /console/accounts',
      'GET /console/storage',
      'GET /console/storage/settings',
      'GET /console/schemas/:schema_id/form',
      'GET /console/schemas/:schema_id/validator/:module',
    ],
  },
  {
    note: "an account below the caller's own: admins make it",
    allowed: ['superduper', 'own admin'],
    routes: ['PUT /v2/accounts'],
  },
  {
    note: 'the whole cluster',
    allowed: ['superduper'],
    routes: [
      'GET /v2/system_configs',
      `${all} /v2/system_configs/:category`,
      'GET POST PATCH DELETE /v2/system_configs/:category/:section',
      'GET /console/system_configs',
      'GET /console/system_configs/index',
      'GET /console/system_configs/sweep',
      'POST /console/system_configs/bulk/dry_run',
      'POST /console/system_configs/bulk',
      'GET POST /console/system_configs/:category',
      'POST /console/system_configs/:category/dry_run',
      'GET POST /console/system_configs/:category/conflicts',
      'GET /console/nodes/:node',
      'GET /console/node_jobs',
      'POST /console/node_jobs/dry_run',
      'GET PUT POST /console/node_jobs/:job',
      'GET POST /console/topology',
      `${all} /v2/storage`,
      'GET PUT /v2/storage/plans',
      'GET POST PATCH DELETE /v2/storage/plans/:plan_id',
      'DELETE /console/storage',
      'DELETE /console/storage/plans/:plan_id',
      'GET POST /console/storage/conflicts',
      'GET POST /console/storage/plans/:plan_id/conflicts',
      'GET POST /console/storage/accounts',
      'GET POST /console/storage/plans/:plan_id/accounts',
      'POST /console/storage/test',
      'POST /console/storage/plans/:plan_id/test',
      'GET /console/storage/route',
      'GET /console/backup',
      'PUT /v2/schemas/:schema_id/validation',
      `GET ${account}/system_configs`,
      `${all} ${account}/system_configs/:category`,
      `GET POST PATCH DELETE ${account}/system_configs/:category/:section`,
    ],
  },
  {
    note: 'an account and its users: its own and those above it look at them',
    allowed: [...admins, 'own user', 'own user itself', 'reseller user', 'ancestor user'],
    routes: [
      `GET ${account}`,
      `GET ${account}/children`,
      `GET ${account}/descendants`,
      `GET ${account}/parents`,
      `GET ${account}/users`,
      `GET ${user}`,
    ],
  },
  {
    note: 'the accounts beside one: those above it look at them',
    allowed: ['superduper', 'reseller admin', 'reseller user', 'ancestor admin', 'ancestor user'],
    routes: [`GET ${account}/siblings`],
  },
  {
    note: 'an account and its users: its admins and those above it change them',
    allowed: admins,
    routes: [`PUT POST PATCH ${account}`, `PUT ${account}/users`, `POST PATCH DELETE ${user}`],
  },
  {
    note: 'an account does not remove itself',
    allowed: ['superduper', 'reseller admin', 'ancestor admin'],
    routes: [`DELETE ${account}`, `DELETE ${console}`],
  },
  {
    note: "an account's storage holds keys: its admins and those of its reseller",
    allowed: keyHolders,
    routes: [
      `${all} ${account}/storage`,
      `GET ${console}/storage/inherited`,
      `GET POST ${console}/storage/conflicts`,
      `GET ${console}/storage_plan`,
      `POST ${console}/storage/test`,
      `GET POST ${console}/storage/route`,
      `GET POST ${console}/storage/routes`,
    ],
  },
  {
    note: 'an account does not choose its own plan',
    allowed: ['superduper', 'reseller admin', 'reseller admin beside'],
    routes: [`PUT ${console}/storage_plan`],
  },
  {
    note: "a user's storage: the user too",
    allowed: [...keyHolders, 'own user itself'],
    routes: [
      `${all} ${user}/storage`,
      'GET /console/accounts/:account_id/users/:user_id/storage/inherited',
      'GET POST /console/accounts/:account_id/users/:user_id/storage/conflicts',
      'POST /console/accounts/:account_id/users/:user_id/storage/test',
    ],
  },
  {
    note: 'plans of a reseller: its admins; what is no reseller has none',
    allowed: ['superduper', 'own admin'],
    isOfResellers: true,
    routes: [
      `GET PUT ${account}/storage/plans`,
      `GET POST PATCH DELETE ${account}/storage/plans/:plan_id`,
      `DELETE ${console}/storage/plans/:plan_id`,
      `GET POST ${console}/storage/plans/:plan_id/conflicts`,
      `GET POST ${console}/storage/plans/:plan_id/accounts`,
      `POST ${console}/storage/plans/:plan_id/test`,
    ],
  },
]
