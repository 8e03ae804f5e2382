/** Which storage document or plan a page is about. A plan without an id is one that is yet to be made. */
export type StoragePlace =
  | { readonly scope: 'system' }
  | { readonly scope: 'account'; readonly accountId: string }
  | { readonly scope: 'user'; readonly accountId: string; readonly userId: string }
  /** Without an account it is the system's own. */
  | { readonly scope: 'plan'; readonly accountId: string | undefined; readonly planId: string | undefined }

/** Where the API keeps a document; of a plan that is yet to be made, where it is made. */
export function documentPath(place: StoragePlace): string {
  switch (place.scope) {
    case 'system':
      return '/v2/storage'
    case 'account':
      return `/v2/accounts/${encodeURIComponent(place.accountId)}/storage`
    case 'user':
      return `/v2/accounts/${encodeURIComponent(place.accountId)}/users/${encodeURIComponent(place.userId)}/storage`
    case 'plan': {
      const plans = plansPath(place.accountId)
      return place.planId === undefined ? plans : `${plans}/${encodeURIComponent(place.planId)}`
    }
  }
}

/** Where a document is removed: what several accounts may go by at the console's own address, which asks back. */
export function removalPath(place: StoragePlace): string {
  const isShared = place.scope === 'system' || place.scope === 'plan'
  return isShared ? consolePath(place) : documentPath(place)
}

export function plansPath(accountId: string | undefined): string {
  return accountId === undefined ? '/v2/storage/plans' : `/v2/accounts/${encodeURIComponent(accountId)}/storage/plans`
}

/** Where the API tests entries of a draft; undefined for a plan that is yet to be made. */
export function testPath(place: StoragePlace): string | undefined {
  if (place.scope === 'plan' && place.planId === undefined) return undefined
  return `${consolePath(place)}/test`
}

/** Where the console keeps what it needs beside a document. */
export function consolePath(place: StoragePlace): string {
  return documentPath(place).replace(/^\/v2\//, '/console/')
}

/** The id of the document at a place; a plan gets its own when it is made. */
export function documentId(place: StoragePlace): string | undefined {
  switch (place.scope) {
    case 'system':
      return 'system'
    case 'account':
      return place.accountId
    case 'user':
      return place.userId
    case 'plan':
      return place.planId
  }
}
