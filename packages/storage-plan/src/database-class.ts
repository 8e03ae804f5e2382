/** What KAZOO makes of a database's name. */
export type DatabaseClass =
  | 'account'
  | 'modb'
  | 'yodb'
  | 'resource_selectors'
  | 'aggregate'
  | 'system'
  | 'numbers'
  | 'ratedeck'
  | 'provisioner'
  | 'external'
  | 'deprecated'
  | 'unknown'

export interface ClassifiedDatabase {
  readonly class: DatabaseClass
  /** Of the account whose database it is. */
  readonly accountId: string | undefined
  /**
   * What KAZOO looks for the plan of that account by. Of selectors and of names encoded in lower case it is not the
   * account's id: then nothing is found, and the system's plan holds.
   */
  readonly planId: string | undefined
}

const named: readonly (readonly [DatabaseClass, string])[] = [
  ['aggregate', 'accounts token_auth sip_auth faxes acdc services port_requests webhooks functions'],
  [
    'system',
    'system_config system_data system_schemas system_media system_auth oauth offnet anonymous_cdrs dedicated_ips alerts ' +
      'tasks pending_notifications cccps',
  ],
  ['ratedeck', 'ratedeck'],
  ['external', '_users _replicator _dbs _nodes _metadata _global_changes users dbs nodes'],
  ['deprecated', 'ts crossbar_schemas registrations crossbar%2Fsessions sms'],
]

const classByName = new Map(
  named.flatMap(([name, list]) => list.split(' ').map((database) => [database, name] as const)),
)

/** Longest first: a month's suffix begins as a year's does. */
const suffixes: readonly (readonly [DatabaseClass, RegExp])[] = [
  ['resource_selectors', /-selectors$/],
  ['modb', /-\d{6}$/],
  ['yodb', /-\d{4}$/],
  ['account', /$/],
]

/**
 * The class of a database by its name, and whose it is.
 * - an account's id is any 32 characters; its databases come plain (`account/aa/bb/…`), encoded (`%2F`, `%2f`) or as the
 *   bare id, each with `-selectors`, `-YYYYMM`, `-YYYY` or nothing behind it
 * Source: kzs_util.
 */
export function classifyDatabase(name: string): ClassifiedDatabase {
  const byName = classByName.get(name)
  if (byName !== undefined) return ofNoAccount(byName)
  if (/^numbers(\/|%2f)/i.test(name)) return ofNoAccount('numbers')
  if (/^ratedeck(\/|%2f)/i.test(name)) return ofNoAccount('ratedeck')
  for (const [databaseClass, suffix] of suffixes) {
    const accountId = suffix.test(name) ? accountIdOf(name.replace(suffix, '')) : undefined
    if (accountId !== undefined) {
      return { class: databaseClass, accountId, planId: planIdOf(name, databaseClass, accountId) }
    }
  }
  return ofNoAccount(/^account(\/.{34}|%2[Ff].{38})-provisioner$/s.test(name) ? 'provisioner' : 'unknown')
}

function ofNoAccount(databaseClass: DatabaseClass): ClassifiedDatabase {
  return { class: databaseClass, accountId: undefined, planId: undefined }
}

function planIdOf(name: string, databaseClass: DatabaseClass, accountId: string): string {
  if (name.startsWith('account%2f')) return name
  const isPath = /^account(\/|%2F)/.test(name)
  return databaseClass === 'resource_selectors' && isPath ? `${accountId}-selectors` : accountId
}

function accountIdOf(name: string): string | undefined {
  const parts = /^account(\/|%2F|%2f)(.{2})\1(.{2})\1(.{28})$/s.exec(name)
  if (parts !== null) return parts.slice(2).join('')
  return name.length === 32 ? name : undefined
}
