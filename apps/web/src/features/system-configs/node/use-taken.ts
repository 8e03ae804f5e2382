import type { NodeDetail } from '@strata/api-types'
import { useMemo, useState } from 'react'
import { settingRows } from './node-rows.ts'

/** A key at which one of the two compared is to get what the other reads. */
export interface TakenLeaf {
  readonly category: string
  readonly pointer: string
  readonly into: 'node' | 'other'
}

export type Taken = ReturnType<typeof useTaken>

/** What is to be taken over from one of the two compared to the other: as long as they differ there. */
export function useTaken(detail: NodeDetail, other: NodeDetail | undefined) {
  const [taken, setTaken] = useState<{ with: string | undefined; leaves: readonly TakenLeaf[] }>()
  const differing = useMemo(
    () => new Set(other === undefined ? [] : settingRows(detail, other, {}).map(placeOf)),
    [detail, other],
  )
  const chosen = taken !== undefined && taken.with === other?.name ? taken.leaves : []
  const leaves = chosen.filter((leaf) => differing.has(placeOf(leaf)))
  return {
    leaves,
    intoAt: (place: Pick<TakenLeaf, 'category' | 'pointer'>) =>
      leaves.find((leaf) => placeOf(leaf) === placeOf(place))?.into,
    /** Asked for again, it is left as it is. */
    toggle: (leaf: TakenLeaf) => {
      const others = leaves.filter((each) => placeOf(each) !== placeOf(leaf))
      const isOn = leaves.some((each) => placeOf(each) === placeOf(leaf) && each.into === leaf.into)
      setTaken({ with: other?.name, leaves: isOn ? others : [...others, leaf] })
    },
    clear: () => setTaken(undefined),
  }
}

function placeOf({ category, pointer }: Pick<TakenLeaf, 'category' | 'pointer'>): string {
  return JSON.stringify([category, pointer])
}
