import type { Account } from '#bff/accounts/directory.ts'
import type { Access, Session } from './session.ts'

/** Who asks, and whom the path addresses. */
interface Question {
  readonly session: Session
  /** The account in the path, where there is one. */
  readonly account: Account | undefined
  /** The user in the path, where there is one. */
  readonly userId: string | undefined
}

type Rule = (question: Question) => boolean

const isSuperduper: Rule = ({ session }) => session.isSuperduperAdmin

const isSameAccount: Rule = ({ session, account }) => account?.id === session.accountId

const isAncestor: Rule = ({ session, account }) => account?.tree.includes(session.accountId) ?? false

const isReseller: Rule = ({ session, account }) => account?.resellerId === session.accountId

const isAccountAdmin: Rule = ({ session }) => session.isAccountAdmin

const isUserItself: Rule = (question) =>
  isSameAccount(question) && question.userId !== undefined && question.session.userId === question.userId

const anyOf =
  (...rules: Rule[]): Rule =>
  (question) =>
    rules.some((rule) => rule(question))

const allOf =
  (...rules: Rule[]): Rule =>
  (question) =>
    rules.every((rule) => rule(question))

const isAdminOfSameAccount = allOf(isSameAccount, isAccountAdmin)

const reaches = anyOf(isSameAccount, isAncestor, isReseller, isSuperduper)

const rules = {
  anyone: () => true,
  authenticated: () => true,
  superduper: isSuperduper,
  account: anyOf(isSuperduper, isSameAccount, isAncestor),
  'account-admin': anyOf(isSuperduper, allOf(isAccountAdmin, anyOf(isSameAccount, isAncestor))),
} satisfies Record<Exclude<Access['who'], 'storage'>, Rule>

/**
 * Storage holds keys to other places. A caller must reach the account, and the scope's own rule must hold:
 * - an ancestor that is not the account's reseller has no part in its storage, though it may edit a reseller's plans
 * - the account's own users need `priv_level: admin`, except for the storage document of their own user
 */
const storageRules = {
  system: isSuperduper,
  account: allOf(reaches, anyOf(isSuperduper, isReseller, isAdminOfSameAccount)),
  user: allOf(reaches, anyOf(isSuperduper, isReseller, isAdminOfSameAccount, isUserItself)),
  'reseller-plans': allOf(
    reaches,
    anyOf(isSuperduper, ({ account }) => account?.isReseller ?? false),
    anyOf(isSuperduper, isAdminOfSameAccount, (question) => !isSameAccount(question)),
  ),
} satisfies Record<Extract<Access, { who: 'storage' }>['scope'], Rule>

/** Whether the session may use a route of this access on what the path addresses. */
export function isAuthorised(access: Access, question: Question): boolean {
  const rule = access.who === 'storage' ? storageRules[access.scope] : rules[access.who]
  return rule(question)
}
