/** What the address of a document says beside its place. */
export interface StorageSearch {
  /** `json` shows the document as JSON, nothing the form. */
  view?: 'json'
}

/** Stands in an address where a plan's id would, for a plan that is yet to be made. */
export const newPlanId = 'new'

/** Reads the search of an address. What it does not know is left out. */
export function readStorageSearch({ view }: Record<string, unknown>): StorageSearch {
  return view === 'json' ? { view } : {}
}

export function toStorage() {
  return { to: '/storage' } as const
}

export function toSystemStorage() {
  return { to: '/storage/system' } as const
}

export function toAccountStorage(accountId: string) {
  return { to: '/storage/accounts/$accountId', params: { accountId } } as const
}

/** Link to the users of an account, to choose one whose storage to see. */
export function toAccountUsers(accountId: string) {
  return { to: '/storage/accounts/$accountId/users', params: { accountId } } as const
}

export function toUserStorage(accountId: string, userId: string) {
  return { to: '/storage/accounts/$accountId/users/$userId', params: { accountId, userId } } as const
}

export function toSystemPlans() {
  return { to: '/storage/plans' } as const
}

export function toSystemPlan(planId: string) {
  return { to: '/storage/plans/$planId', params: { planId } } as const
}

export function toAccountPlans(accountId: string) {
  return { to: '/storage/accounts/$accountId/plans', params: { accountId } } as const
}

export function toAccountPlan(accountId: string, planId: string) {
  return { to: '/storage/accounts/$accountId/plans/$planId', params: { accountId, planId } } as const
}
