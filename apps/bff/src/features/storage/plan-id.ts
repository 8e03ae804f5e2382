import type { StoredDocument } from '#bff/couch/store.ts'

/** The plan that a document names as the one its account follows; null for none. */
export function planIdOf(document: StoredDocument | undefined): string | null {
  const named = document?.private.plan_id
  return typeof named === 'string' && named !== '' ? named : null
}
