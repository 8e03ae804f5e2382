import type { OfferedPlan, StoragePlanAssignment } from '@strata/api-types'
import { isJsonObject, type JsonValue } from '@strata/json'
import type { Account } from '#bff/accounts/directory.ts'
import type { Session } from '#bff/auth/session.ts'
import type { Context } from '#bff/context.ts'
import type { StoredDocument } from '#bff/couch/store.ts'
import { AppError, badIdentifier, validationError } from '#bff/errors/app-error.ts'
import { requireSession } from '#bff/http/require-session.ts'
import type { ApiRequest } from '#bff/http/route.ts'
import { subsystemLogger } from '#bff/logging/logger.ts'
import type { StorageStore } from '../store.ts'
import { createPlanCopyStore, type PlanCopies } from './plan-copies.ts'
import { requireFitting } from './require-fitting.ts'

/** Which plan an account follows, and giving it another. */
export interface PlanAssignments {
  /** Throws `not-found`. */
  read(request: ApiRequest): Promise<StoragePlanAssignment>
  /** Throws `forbidden`, and `invalid` for a plan that the account is not offered or that does not fit its documents. */
  assign(request: ApiRequest): Promise<StoragePlanAssignment>
}

export function createPlanAssignments(context: Context, store: StorageStore): PlanAssignments {
  const copies = createPlanCopyStore(context, store)
  const log = subsystemLogger(context.logger, 'documents')

  /** Plans of the system, then those of the account's reseller. */
  async function offeredPlans({ resellerId }: Account): Promise<OfferedPlan[]> {
    const ofSystem = (await store.plans(undefined)).map((plan) => ({ ...named(plan), owner: 'system' as const }))
    if (resellerId === undefined) return byName(ofSystem)
    const ofReseller = (await store.plans(resellerId)).map((plan) => ({
      ...named(plan),
      owner: 'reseller' as const,
      account_id: resellerId,
    }))
    return [...byName(ofSystem), ...byName(ofReseller)]
  }

  async function show(account: Account, session: Session): Promise<StoragePlanAssignment> {
    const said = await copies.read(account.id)
    const plan = said.meant === null ? undefined : await store.findAny(said.meant)
    const mayAssign = mayAssignPlan(session, account)
    return {
      plan_id: said.meant,
      followed_plan_id: said.followed,
      plan_name: plan === undefined ? null : named(plan).name,
      state: stateOf(said, plan),
      may_assign: mayAssign,
      offered: mayAssign ? await offeredPlans(account) : [],
    }
  }

  async function accountOf({ params }: ApiRequest): Promise<Account> {
    const id = params.account_id ?? ''
    const account = await context.accounts.get(id)
    if (account === undefined) throw badIdentifier(id)
    return account
  }

  return {
    read: async (request) => show(await accountOf(request), requireSession(request)),
    async assign(request) {
      const account = await accountOf(request)
      const session = requireSession(request)
      if (!mayAssignPlan(session, account)) throw mayNotAssign()
      const planId = planIdSent(request.data)
      if (planId !== null && !(await offeredPlans(account)).some(({ id }) => id === planId)) throw notOffered(planId)
      await copies.write(account.id, planId, request, async (plan) =>
        requireFitting(account.id, plan, context.accounts, store, await context.schemas.kazooVersion()),
      )
      log.info({ request_id: request.requestId, account_id: account.id, plan_id: planId }, 'storage plan assigned')
      return show(account, session)
    },
  }
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
