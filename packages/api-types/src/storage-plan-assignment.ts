/** A plan that an account may follow. */
export type OfferedPlan = {
  id: string
  /** Null where it has none. */
  name: string | null
  owner: 'system' | 'reseller'
  /** The reseller whose plan it is. */
  account_id?: string
}

/** `GET /console/accounts/{id}/storage_plan` and the answer to a `PUT`: the plan that an account follows. */
export type StoragePlanAssignment = {
  /** The plan that the account is meant to follow. */
  plan_id: string | null
  /** The plan that KAZOO's nodes follow: another than `plan_id` only while a change is half done. */
  followed_plan_id: string | null
  /** Null where the plan has none, or is not there. */
  plan_name: string | null
  /**
   * - `half-done`: a change was cut off, so that the account's documents disagree; the same `PUT` again completes it
   * - `unknown-plan`: the plan that is named does not exist
   */
  state: 'none' | 'complete' | 'half-done' | 'unknown-plan'
  /** Whether the caller may change it. */
  may_assign: boolean
  /** What the account can be given: plans of the system, then those of its reseller, by name. Empty where the caller may not. */
  offered: OfferedPlan[]
}

/** `data` of `PUT /console/accounts/{id}/storage_plan`; null clears. */
export type StoragePlanAssignmentWrite = { plan_id: string | null }

/**
 * `GET …/storage/plans/{id}/accounts` (of the system, or of an account) and `GET /console/storage/accounts`: whom a change
 * of the plan, or of the system's document, touches. Also part of the 409 that keeps a plan in use from removal.
 */
export type TouchedAccounts = {
  /** At most 100, by name. */
  accounts: { id: string; name: string }[]
  /** All of them, named or not. */
  count: number
}

/**
 * The answer to a `POST` of `{ draft }` on the same addresses: whom it touches, and whose storage would fail on it. The
 * draft is what is meant to be stored, null for a removal; nothing is stored.
 */
export type AccountsTouchedByDraft = TouchedAccounts & {
  /** At most 100, by name: those that the caller may name. */
  broken: BrokenAccount[]
  /** All of them, named or not. */
  broken_count: number
}

/** An account whose documents would name back-ends or connections that are defined no more: nodes fail on it. */
export type BrokenAccount = {
  id: string
  name: string
  /** At most 5 places, dotted: of the account's document, else `… of user <id>` or `… of plan <id>`. */
  paths: string[]
}
