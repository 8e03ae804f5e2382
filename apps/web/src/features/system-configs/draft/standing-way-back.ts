import type { CategoryDetail, CategorySaved, LeafOperation } from '@strata/api-types'
import { deepEqual, formatPointer, getAt } from '@strata/json'

/** The way back from a save, as far as the document still says what was saved. */
export interface StandingWayBack {
  readonly operations: readonly LeafOperation[]
  /** What somebody else changed since: it is theirs. */
  readonly taken: readonly LeafOperation[]
}

export function standingWayBack({ saved, ...stored }: CategorySaved, now: CategoryDetail): StandingWayBack {
  const { operations } = saved.way_back
  const stands = ({ section, pointer }: LeafOperation) => {
    const place = formatPointer([section]) + pointer
    return deepEqual(getAt(stored.sections, place), getAt(now.sections, place))
  }
  return { operations: operations.filter(stands), taken: operations.filter((operation) => !stands(operation)) }
}
