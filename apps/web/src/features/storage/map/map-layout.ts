import type { MapEdge, MapRow, RoutingMap } from './routing-map.ts'

/** Heights of what the map is made of, in pixels, as its style sheet has them. */
const heights = { classTitle: 40, row: 44, classGap: 16, heading: 30, place: 48, placeGap: 8, partGap: 18, frame: 1 }

/** An edge as it is drawn. */
export interface DrawnEdge extends MapEdge {
  /** Where it begins and ends. */
  readonly from: number
  readonly end: number
  /** The rule it belongs to. */
  readonly row: MapRow
}

export interface MapLayout {
  readonly height: number
  readonly edges: readonly DrawnEdge[]
}

/** How far the two edges of one row are from its middle; more of them share a little more. */
const aside = 11

/**
 * Where edges begin and end when classes and places stand in two columns, the places in the middle.
 * - a type that leaves a part to its class has no edge for it: the class's own one stands for all of them
 */
export function layoutMap({ classes, places }: RoutingMap): MapLayout {
  const left =
    classes.reduce((sum, { rows }) => sum + classHeight(rows.length), 0) + gaps(classes.length, heights.classGap)
  const parts = (['files', 'documents'] as const).map((part) => places.filter((place) => place.part === part))
  const right = parts.reduce((sum, { length }) => sum + partHeight(length), 0) + gaps(parts.length, heights.partGap)
  const height = Math.max(left, right)

  const ends = new Map<string, number>()
  let top = (height - right) / 2
  for (const part of parts) {
    part.forEach(({ key }, index) => {
      ends.set(key, top + heights.heading + index * (heights.place + heights.placeGap) + heights.place / 2)
    })
    top += partHeight(part.length) + heights.partGap
  }

  const edges: DrawnEdge[] = []
  top = 0
  for (const { rows } of classes) {
    rows.forEach((row, index) => {
      const middle = top + heights.frame + heights.classTitle + (index + 0.5) * heights.row
      const drawn = row.edges.filter(({ isByClass }) => !isByClass)
      drawn.forEach((edge, order) => {
        const from = middle + (order - (drawn.length - 1) / 2) * Math.min(2 * aside, (3 * aside) / (drawn.length - 1))
        edges.push({ ...edge, row, from, end: ends.get(edge.to) ?? from })
      })
    })
    top += classHeight(rows.length) + heights.classGap
  }
  return { height, edges }
}

function classHeight(rows: number): number {
  return 2 * heights.frame + heights.classTitle + rows * heights.row
}

function partHeight(places: number): number {
  return heights.heading + places * heights.place + gaps(places, heights.placeGap)
}

function gaps(count: number, gap: number): number {
  return Math.max(0, count - 1) * gap
}
