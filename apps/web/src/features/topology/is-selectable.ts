import type { DraftedNode } from './drafted-nodes.ts'

/** Whether the operator may say where a node is: not where the cluster itself does. */
export function isSelectable({ source, was, change }: DraftedNode): boolean {
  return change !== 'removed' && !(source === 'announced' && was !== null)
}
