import type { Account } from '#bff/accounts/account.ts'
import type { Access, Session } from './session.ts'

/** Who asks, and whom the path addresses. */
interface AccessRequest {
  readonly session: Session
  /** The account in the path, where there is one. */
  readonly account: Account | undefined
  /** The user in the path, where there is one. */
  readonly userId: string | undefined
}

type Rule = (request: AccessRequest) => boolean

const isSuperduper: Rule = ({ session }) => session.isSuperduperAdmin

const isSameAccount: Rule = ({ session, account }) => account?.id === session.accountId

const isAncestor: Rule = ({ session, account }) => account?.tree.includes(session.accountId) ?? false

/** True of API keys too: they act for their account. */
const isAccountAdmin: Rule = ({ session }) => session.isAccountAdmin

const isUserItself: Rule = (request) =>
  isSameAccount(request) && request.userId !== undefined && request.session.userId === request.userId

const anyOf =
  (...rules: Rule[]): Rule =>
  (request) =>
    rules.some((rule) => rule(request))

const allOf =
  (...rules: Rule[]): Rule =>
  (request) =>
    rules.every((rule) => rule(request))

const isAdminOfSameAccount = allOf(isSameAccount, isAccountAdmin)

const isAdminOfAncestor = allOf(isAncestor, isAccountAdmin)

const isAdminOfReseller: Rule = (request) =>
  request.account?.resellerId === request.session.accountId && isAccountAdmin(request)

/** Who may see the keys in an account's storage. */
const holdsKeys = anyOf(isSuperduper, isAdminOfReseller, isAdminOfSameAccount)

const rules = {
  anyone: () => true,
  authenticated: () => true,
  superduper: isSuperduper,
  account: anyOf(isSuperduper, isSameAccount, isAncestor),
  'account-admin': anyOf(isSuperduper, isAdminOfSameAccount, isAdminOfAncestor),
} satisfies Record<Exclude<Access['who'], 'storage'>, Rule>

/**
 * Storage holds keys to other places, so acting on it takes `priv_level: admin`, in the account of a reseller too.
 * - an ancestor that is not the account's reseller has no part in its storage, though it may edit a reseller's plans
 * - anybody may act on the storage document of their own user
 */
const storageRules = {
  system: isSuperduper,
  account: holdsKeys,
  user: anyOf(holdsKeys, isUserItself),
  'reseller-plans': anyOf(
    isSuperduper,
    allOf(
      ({ account }) => account?.isReseller ?? false,
      anyOf(isAdminOfSameAccount, isAdminOfAncestor, isAdminOfReseller),
    ),
  ),
} satisfies Record<Extract<Access, { who: 'storage' }>['scope'], Rule>

/** Whether the session may use a route of this access on what the path addresses. */
export function isAuthorised(access: Access, request: AccessRequest): boolean {
  const rule = access.who === 'storage' ? storageRules[access.scope] : rules[access.who]
  return rule(request)
}

/**
 * Whether the session may make admins of the account's users, or change what signs one in. As an admin sees the keys in the
 * account's storage, this takes somebody who may see them.
 */
export function mayMakeAdmins(request: Omit<AccessRequest, 'userId'>): boolean {
  return holdsKeys({ ...request, userId: undefined })
}
