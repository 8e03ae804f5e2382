import {
  isSectionName,
  type KnownNode,
  type SectionKind,
  type Sections,
  sectionKind,
  sectionZones,
} from '@strata/layered-config'

/** A section as a column: stored or not, it is what `default`, a zone or a node reads. */
export interface MatrixColumn {
  readonly section: string
  readonly kind: SectionKind
  /** Of a zone itself, and of a node; undefined where nobody knows it. */
  readonly zone: string | undefined
}

/** Neighbouring columns under one heading: `default`, a zone with its nodes, or the nodes of unknown zone. */
export interface ColumnGroup {
  readonly kind: 'default' | 'zone' | 'unknown'
  readonly name: string
  readonly start: number
  readonly size: number
}

/**
 * The columns in order: `default`, each zone followed by its nodes, and last the nodes whose zone nobody knows.
 * - a zone or a node counts once it has a section or the topology knows it
 * - `within` leaves those whose names hold it; a zone's name stands for its nodes, too. `default` always stays
 */
export function matrixColumns(
  sections: Sections,
  topology: readonly KnownNode[],
  within = '',
): { columns: MatrixColumn[]; groups: ColumnGroup[] } {
  const nodes = nodesOf(sections, topology)
  const placed = topology.flatMap(({ zone }) => zone ?? [])
  const zones = [...new Set([...sectionZones(sections), ...placed])].sort()
  const sought = within.trim().toLowerCase()
  const fits = (name: string) => name.toLowerCase().includes(sought)
  const found: [Omit<ColumnGroup, 'start' | 'size'>, MatrixColumn[]][] = [
    [{ kind: 'default', name: 'default' }, [{ section: 'default', kind: 'default', zone: undefined }]],
    ...zones.map((zone): (typeof found)[number] => {
      const members = nodes.filter((node) => node.zone === zone && (fits(zone) || fits(node.name)))
      const isShown = fits(zone) || members.length > 0
      return [
        { kind: 'zone', name: zone },
        isShown ? [{ section: zone, kind: 'zone', zone }, ...members.map(nodeColumn)] : [],
      ]
    }),
    [{ kind: 'unknown', name: '' }, nodes.filter(({ zone, name }) => zone === undefined && fits(name)).map(nodeColumn)],
  ]
  const groups: ColumnGroup[] = []
  const columns: MatrixColumn[] = []
  for (const [group, members] of found) {
    if (members.length > 0) groups.push({ ...group, start: columns.length, size: members.length })
    columns.push(...members)
  }
  return { columns, groups }
}

function nodesOf(sections: Sections, topology: readonly KnownNode[]): KnownNode[] {
  const named = new Map(
    Object.keys(sections)
      .filter((name) => isSectionName(name) && sectionKind(name) === 'node')
      .map((name): [string, KnownNode] => [name, { name, zone: undefined }]),
  )
  for (const node of topology) named.set(node.name, node)
  return [...named.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

function nodeColumn({ name, zone }: KnownNode): MatrixColumn {
  return { section: name, kind: 'node', zone }
}
