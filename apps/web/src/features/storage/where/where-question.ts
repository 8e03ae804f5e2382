import type { PlanClass } from '@strata/storage-plan'
import type { StoragePlace } from '../place.ts'
import type { WhereSearch } from '../routes.ts'

/** A whole question: documents of one type, or of everything else in a class. */
export interface WhereQuestion {
  readonly planClass: PlanClass
  readonly type: string | undefined
  readonly user: string | undefined
}

/** The question of an address; one that says nothing asks what most people want to know. */
export function questionOf(search: WhereSearch, scope: StoragePlace['scope']): WhereQuestion {
  const { class: planClass, type, user } = search
  if (planClass !== undefined) return { planClass, type, user }
  return scope === 'system'
    ? { planClass: 'system', type: 'system_media', user }
    : { planClass: 'modb', type: 'mailbox_message', user }
}

/** A question as the address says it. */
export function toWhereSearch({ planClass, type, user }: WhereQuestion): WhereSearch {
  return {
    class: planClass,
    ...(type === undefined ? {} : { type }),
    ...(user === undefined ? {} : { user }),
  }
}
