import type { NodeChange } from '@strata/api-types'

/** The other node, or zone, that a change concerns; empty where there is none. */
export function besideOf(change: NodeChange): string {
  if (change.kind === 'retire') return ''
  return change.kind === 'take' ? change.other : change.to
}
