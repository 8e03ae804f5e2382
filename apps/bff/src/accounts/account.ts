/** An account as authorisation and the account lists need it; secrets of the document are not part of it. */
export interface Account {
  readonly id: string
  readonly name: string
  /** The name in lower case: lists are in the order of it, and it is what searches look through. */
  readonly sortName: string
  readonly realm: string
  /** Ancestors, topmost first, not including itself. */
  readonly tree: readonly string[]
  readonly isEnabled: boolean
  readonly isSuperduperAdmin: boolean
  readonly isReseller: boolean
  readonly resellerId: string | undefined
  /** `pvt_plan_id`: the storage plan that applies to the account. */
  readonly planId: string | undefined
}
