import type { PlanClass } from '@strata/storage-plan'
import type { StoragePlace } from '../pages/place.ts'
import type { WhereSearch } from '../routes.ts'

/** A whole question: documents of one type, or of everything else in a class. */
export interface WhereQuestion {
  readonly planClass: PlanClass
  readonly type: string | undefined
  readonly user: string | undefined
  /** `YYYYMM` of the database; undefined: the present one. Rules of KAZOO 5 may go by it. */
  readonly month?: string | undefined
}

/** The question of an address; one that says nothing asks what most people want to know. */
export function questionOf(search: WhereSearch, scope: StoragePlace['scope']): WhereQuestion {
  const { class: planClass, type, user, month } = search
  const asked = { user, ...(month === undefined ? {} : { month }) }
  if (planClass !== undefined) return { planClass, type, ...asked }
  return scope === 'system'
    ? { planClass: 'system', type: 'system_media', ...asked }
    : { planClass: 'modb', type: 'mailbox_message', ...asked }
}

/** A question as the address says it. */
export function toWhereSearch({ planClass, type, user, month }: WhereQuestion): WhereSearch {
  return {
    class: planClass,
    ...(type === undefined ? {} : { type }),
    ...(user === undefined ? {} : { user }),
    ...(month === undefined ? {} : { month }),
  }
}
