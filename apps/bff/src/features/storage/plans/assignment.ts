import type { OfferedPlan, StoragePlanAssignment } from '@strata/api-types'
import { isJsonObject, type JsonValue } from '@strata/json'
import type { Account } from '#bff/accounts/account.ts'
import { type Actor, requireSession } from '#bff/auth/actor.ts'
import type { Session } from '#bff/auth/session.ts'
import type { StoredDocument } from '#bff/couch/store.ts'
import { AppError, badIdentifier, validationError } from '#bff/errors/app-error.ts'
import { subsystemLogger } from '#bff/logging/logger.ts'
import type { StorageContext } from '../storage-context.ts'
import { type PlanCopies, readPlanCopies, writePlanCopies } from './plan-copies.ts'
import { requireFitting } from './require-fitting.ts'

/** Which plan an account follows. Throws `not-found`. */
export async function readAssignment(
  storage: StorageContext,
  actor: Actor,
  accountId: string,
): Promise<StoragePlanAssignment> {
  return show(storage, requireSession(actor), await accountOf(storage, accountId))
}

/**
 * Gives an account the plan that was sent as `plan_id`, or none.
 * Throws `not-found`, `forbidden`, and `invalid` for a plan that the account is not offered or that does not fit its
 * documents.
 */
export async function assignPlan(
  storage: StorageContext,
  actor: Actor,
  accountId: string,
  data: JsonValue,
): Promise<StoragePlanAssignment> {
  const account = await accountOf(storage, accountId)
  const session = requireSession(actor)
  if (!mayAssignPlan(session, account)) throw mayNotAssign()
  const planId = planIdSent(data)
  const offered = planId === null ? [] : await offeredPlans(storage, account)
  if (planId !== null && !offered.some(({ id }) => id === planId)) throw notOffered(planId)
  await writePlanCopies(storage, actor, {
    accountId,
    planId,
    requireFitting: async (plan) => requireFitting(storage, accountId, plan, await storage.schemas.kazooVersion()),
  })
  const said = { request_id: actor.requestId, account_id: accountId, plan_id: planId }
  subsystemLogger(storage.logger, 'documents').info(said, 'storage plan assigned')
  return show(storage, session, account)
}

async function show(storage: StorageContext, session: Session, account: Account): Promise<StoragePlanAssignment> {
  const said = await readPlanCopies(storage, account.id)
  const plan = said.meant === null ? undefined : await storage.stored.findAny(said.meant)
  const mayAssign = mayAssignPlan(session, account)
  return {
    plan_id: said.meant,
    followed_plan_id: said.followed,
    plan_name: plan === undefined ? null : named(plan).name,
    state: stateOf(said, plan),
    may_assign: mayAssign,
    offered: mayAssign ? await offeredPlans(storage, account) : [],
  }
}

async function accountOf({ accounts }: StorageContext, id: string): Promise<Account> {
  const account = await accounts.get(id)
  if (account === undefined) throw badIdentifier(id)
  return account
}

/** Plans of the system, then those of the account's reseller. */
async function offeredPlans({ stored }: StorageContext, { resellerId }: Account): Promise<OfferedPlan[]> {
  const ofSystem = (await stored.plans(undefined)).map((plan) => ({ ...named(plan), owner: 'system' as const }))
  if (resellerId === undefined) return byName(ofSystem)
  const ofReseller = (await stored.plans(resellerId)).map((plan) => ({
    ...named(plan),
    owner: 'reseller' as const,
    account_id: resellerId,
  }))
  return [...byName(ofSystem), ...byName(ofReseller)]
}

/** Accounts do not choose their own plan: it is what their reseller, or the operator of the cluster, gives them. */
function mayAssignPlan(session: Session, { id, resellerId }: Account): boolean {
  return session.isSuperduperAdmin || (resellerId === session.accountId && id !== session.accountId)
}

function stateOf({ meant, listed, followed }: PlanCopies, plan: StoredDocument | undefined) {
  if (listed !== meant || followed !== meant) return 'half-done'
  if (meant === null) return 'none'
  return plan === undefined ? 'unknown-plan' : 'complete'
}

function named({ id, fields }: StoredDocument) {
  return { id, name: typeof fields.name === 'string' && fields.name !== '' ? fields.name : null }
}

function byName<Plan extends OfferedPlan>(plans: Plan[]): Plan[] {
  return plans.toSorted((a, b) => (a.name ?? a.id).localeCompare(b.name ?? b.id, 'en'))
}

function planIdSent(data: JsonValue): string | null {
  const { plan_id: planId } = isJsonObject(data) ? data : {}
  if (planId === null || (typeof planId === 'string' && planId !== '')) return planId
  const message = 'Send the id of the plan as plan_id, or null for none.'
  throw validationError(
    planId === undefined
      ? { plan_id: { required: { message } } }
      : { plan_id: { type: { message, target: 'string, null', value: planId } } },
  )
}

function notOffered(planId: string): AppError {
  const message =
    'This account cannot follow that plan: choose one of the system or of its reseller, as GET lists them under offered.'
  return validationError({ plan_id: { invalid: { message, value: planId } } })
}

function mayNotAssign(): AppError {
  return new AppError('forbidden', "An account's plan is given by its reseller, or by a superduper admin.")
}
