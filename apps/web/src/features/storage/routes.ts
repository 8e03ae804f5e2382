import { isMonth, type PlanClass, planClasses } from '@strata/storage-plan'

/** Which documents are asked about. Without a type: whatever in the class has no rule of its own. */
export interface WhereSearch {
  class?: PlanClass
  type?: string
  /** The user whose documents they are. */
  user?: string
  /** Of the database (`YYYYMM`). */
  month?: string
}

/** What the address of a document says beside its place. */
export interface StorageSearch extends WhereSearch {
  /** How the document is shown; nothing is the form. */
  view?: 'map' | 'json'
}

/** What the address of the overview says. */
export interface OverviewSearch extends WhereSearch {
  /** The account that is asked about. */
  account?: string
}

/** Stands in an address where a plan's id would, for a plan that is yet to be made. */
export const newPlanId = 'new'

/** Reads the search of an address. What it does not know is left out. */
export function readStorageSearch({ view, ...rest }: Record<string, unknown>): StorageSearch {
  return { ...(view === 'json' || view === 'map' ? { view } : {}), ...readWhere(rest) }
}

export function readOverviewSearch({ account, ...rest }: Record<string, unknown>): OverviewSearch {
  return { ...textSearch('account', account), ...readWhere(rest) }
}

function readWhere({ class: named, type, user, month }: Record<string, unknown>): WhereSearch {
  const planClass = planClasses.find((name) => name === named)
  return {
    ...(planClass === undefined ? {} : { class: planClass, ...textSearch('type', type) }),
    ...textSearch('user', user),
    ...(isMonth(String(month)) ? textSearch('month', month) : {}),
  }
}

/** The router reads what looks like a number as one. */
function textSearch<Name extends string>(name: Name, value: unknown): { [Key in Name]?: string } | object {
  const text = typeof value === 'number' ? String(value) : value
  return typeof text === 'string' && text !== '' ? { [name]: text } : {}
}

export function toStorage() {
  return { to: '/storage' } as const
}

/** Link to the question where what is stored of an account goes. */
export function toWhere(accountId: string) {
  return { to: '/storage', search: { account: accountId } } as const
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
