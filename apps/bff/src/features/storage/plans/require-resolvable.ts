import type { Account, AccountDirectory } from '#bff/accounts/directory.ts'
import { validationError } from '#bff/errors.ts'
import { layersBelow, planLayer } from '../layers.ts'
import { accountPlace } from '../place.ts'
import { referenceErrors } from '../references.ts'
import type { StorageStore } from '../store.ts'

/** More places than these help nobody. */
const mostNamed = 5

/**
 * Throws `invalid` where an account's own document would name something undefined with another plan, or without one: nodes
 * fail on it. What it names wrongly already is not held against the plan.
 */
export async function requireResolvable(
  account: Account,
  planId: string | null,
  accounts: AccountDirectory,
  store: StorageStore,
): Promise<void> {
  const place = accountPlace(account.id)
  const own = await store.find(place)
  if (own === undefined) return
  const now = await layersBelow(place, accounts, store)
  const then = [...now.filter(({ layer }) => layer !== 'plan'), ...(await planLayer(planId ?? undefined, store))]
  const offenders = (below: typeof now) => {
    const layers = below.map(({ layer, values }) => ({ name: layer, values }))
    return Object.keys(referenceErrors([...layers, { name: 'account', values: own.fields }], 'account'))
  }
  const already = new Set(offenders(now))
  const broken = offenders(then).filter((path) => !already.has(path))
  if (broken.length === 0) return
  const places = broken.slice(0, mostNamed).join(', ') + (broken.length > mostNamed ? ', …' : '')
  const message = `The account's own document names what only its plan until now defines: change these places first: ${places}.`
  throw validationError({ plan_id: { invalid: { message, value: planId } } })
}
