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

/**
 * Every account of the cluster by id, parent, name and realm, current as of each call. What it gives is ready: no list is
 * filtered or sorted for a call. A list is replaced when it changes, so whoever holds one keeps what it was.
 */
export interface AccountDirectory {
  /** Resolves once all accounts have been read: what follows is quick. Rejects as the store does. */
  ready(): Promise<void>
  get(id: string): Promise<Account | undefined>
  /** The account that `system_config/accounts` names, else the oldest without an ancestor. */
  masterAccountId(): Promise<string | undefined>
  /** Ordered by name, as all lists here. */
  all(): Promise<readonly Account[]>
  children(id: string): Promise<readonly Account[]>
  descendants(id: string): Promise<readonly Account[]>
  /** Says how many descendants an account has, for as long as one request takes. */
  descendantCounts(): Promise<(id: string) => number>
  /** Accounts whose normalised name (lower case, a–z 0–9 only) equals this one's. */
  named(name: string): Promise<readonly Account[]>
  withRealm(realm: string): Promise<readonly Account[]>
  withApiKey(key: string): Promise<Account | undefined>
  /** `pvt_signature_secret`, which the tokens of API keys are bound to. */
  signatureSecret(id: string): Promise<string | undefined>
  /** Type-ahead within the descendants of `under` and itself: by name, realm or id; best first. */
  search(text: string, under: string, limit: number): Promise<Account[]>
}
