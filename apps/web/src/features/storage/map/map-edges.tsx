import { getAt } from '@strata/json'
import { LayerChip } from '#web/components/chip.tsx'
import { classNames } from '#web/lib/class-names.ts'
import { useStorageDocument } from '../document/document-context.ts'
import { referencePointer } from '../plan/plan-rules.ts'
import { chipLayer } from '../plan/use-layer-words.ts'
import styles from './map.module.css'
import type { DrawnEdge, MapLayout } from './map-layout.ts'
import type { MapPlace } from './routing-map.ts'
import { useMapWords } from './use-map-words.ts'

interface MapEdgesProps {
  layout: MapLayout
  places: readonly MapPlace[]
  /** Ids of the edges in the light; undefined: all are. */
  lit: ReadonlySet<string> | undefined
}

/** The lines between rules and places. A picture only: rows and places say the same in words. */
export function MapEdges({ layout: { height, edges }, places, lit }: MapEdgesProps) {
  const { fields, storedFields, knowsBelow } = useStorageDocument()
  const words = useMapWords(places)
  // Lines of documents are thin, so that those of files lie on top of them; what is in the light lies on top of all.
  const order = (edge: DrawnEdge) => (lit?.has(edge.id) ? 2 : 0) + (edge.part === 'files' ? 1 : 0)
  const shown = edges.filter(({ isOwn }) => isOwn || knowsBelow).toSorted((one, other) => order(one) - order(other))

  function classOf(edge: DrawnEdge): string {
    const rule = { ...edge.row.rule, condition: edge.condition }
    const pointer = referencePointer(rule, edge.part === 'files' ? 'attachments' : 'connections')
    const isChanged = edge.isOwn && getAt(storedFields, pointer) !== getAt(fields, pointer)
    return classNames(
      styles.edge,
      styles[edge.part],
      styles[`by-${chipLayer(edge.layer)}`],
      edge.isOwn ? styles.own : styles.inherited,
      isChanged && styles.unsaved,
      edge.row.edges.some(({ condition }) => condition !== undefined) && styles.undecided,
      edge.isDangling && styles.dangling,
      lit !== undefined && !lit.has(edge.id) && styles.dim,
    )
  }

  return (
    <div className={styles.edges} aria-hidden="true">
      <svg viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" height={height} aria-hidden="true">
        {shown.map((edge) => (
          <path
            key={edge.id}
            className={classOf(edge)}
            d={`M0 ${edge.from}C50 ${edge.from} 50 ${edge.end} 100 ${edge.end}`}
          />
        ))}
      </svg>
      {shown.map((edge) => (
        <span key={edge.id} className={classOf(edge)}>
          <i className={styles.start} style={{ top: edge.from }} />
          <i className={styles.end} style={{ top: edge.end }} />
        </span>
      ))}
      {labelsOf(shown.filter(({ isOwn }) => !isOwn)).map(({ edge, top, ids }) => (
        <span
          key={edge.id}
          className={classNames(styles.label, lit !== undefined && !ids.some((id) => lit.has(id)) && styles.dim)}
          style={{ top }}
        >
          <LayerChip layer={chipLayer(edge.layer)}>{words.by(edge)}</LayerChip>
        </span>
      ))}
    </div>
  )
}

interface EdgeLabel {
  readonly edge: DrawnEdge
  readonly top: number
  readonly ids: readonly string[]
}

/** One label for the edges of a row that the same layer decides. */
function labelsOf(edges: readonly DrawnEdge[]): EdgeLabel[] {
  const byLayer = new Map<string, DrawnEdge[]>()
  for (const edge of edges) {
    const key = `${edge.row.key} ${edge.layer ?? 'built-in'}`
    byLayer.set(key, [...(byLayer.get(key) ?? []), edge])
  }
  return [...byLayer.values()].flatMap((group) => {
    const [edge] = group
    if (edge === undefined) return []
    return [
      { edge, top: group.reduce((sum, { from }) => sum + from, 0) / group.length, ids: group.map(({ id }) => id) },
    ]
  })
}
