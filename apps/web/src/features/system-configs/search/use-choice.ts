import { useMemo, useState } from 'react'
import { type ChosenValue, valuesOf } from './chosen-values.ts'
import type { SearchHit } from './search-hit.ts'

/** Which of the values that a search found are chosen. */
export interface Choice {
  readonly selected: ReadonlySet<string>
  /** Those of the selected that are found now: nothing is done to what is not in the list. */
  readonly chosen: readonly ChosenValue[]
  readonly choose: (ids: readonly string[], isChosen: boolean) => void
  readonly chooseAll: () => void
  readonly clear: () => void
}

const NONE: ReadonlySet<string> = new Set()

export function useChoice(hits: readonly SearchHit[]): Choice {
  const [selected, setSelected] = useState(NONE)
  const chosen = useMemo(
    () => (selected.size === 0 ? [] : hits.flatMap(valuesOf).filter(({ id }) => selected.has(id))),
    [hits, selected],
  )

  function choose(ids: readonly string[], isChosen: boolean) {
    const next = new Set(selected)
    for (const id of ids) {
      if (isChosen) next.add(id)
      else next.delete(id)
    }
    setSelected(next)
  }

  return {
    selected,
    chosen,
    choose,
    chooseAll: () => setSelected(new Set(hits.flatMap(valuesOf).map(({ id }) => id))),
    clear: () => setSelected(NONE),
  }
}
