/** What the address of a node's page says beside its name. */
export interface NodeSearch {
  /** The zone that it is supposed to be in; that of the topology where it says none. */
  zone?: string
  /** Another node, or a zone, beside it. */
  with?: string
  /** The filter's text. */
  q?: string
  /** Only what the node sets itself. */
  only?: 'own'
}

/** Reads the search of an address. What it does not know is left out. */
export function readNodeSearch(search: Record<string, unknown>): NodeSearch {
  const { zone, with: beside, q, only } = search
  return {
    ...(isText(zone) ? { zone } : {}),
    ...(isText(beside) ? { with: beside } : {}),
    ...(isText(q) ? { q } : {}),
    ...(only === 'own' ? { only } : {}),
  }
}

/** Link to what a node, known or not, reads over all categories. */
export function toNode(node: string, search: NodeSearch = {}) {
  return { to: '/nodes/$node', params: { node }, search } as const
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
