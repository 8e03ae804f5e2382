/** A cell by the names of its row and its column, so that it stays the same cell whatever else is filtered away. */
export interface CellPlace {
  readonly row: string
  readonly column: string
}

interface CellRange {
  readonly anchor: CellPlace
  readonly head: CellPlace
}

/**
 * The selected cells: blocks between two corners. A cell that an even number of blocks cover is not selected, so that
 * adding a block over selected cells takes them away. The last head is the active cell.
 */
export interface GridSelection {
  readonly earlier: readonly CellRange[]
  readonly last: CellRange
}

export function selectCell(place: CellPlace): GridSelection {
  return selectBlock(place, place)
}

/** A block; its head, the active cell, is the corner given last. */
export function selectBlock(anchor: CellPlace, head: CellPlace): GridSelection {
  return { earlier: [], last: { anchor, head } }
}

/** The last block from where it began to another cell; from the first cell where it began at one that is gone. */
export function extendTo({ earlier, last }: GridSelection, head: CellPlace, axes: GridAxes): GridSelection {
  const [row, column] = [axes.rows[0], axes.columns[0]]
  const isThere = axes.rowIndex.has(last.anchor.row) && axes.columnIndex.has(last.anchor.column)
  if (isThere || row === undefined || column === undefined) return { earlier, last: { anchor: last.anchor, head } }
  return selectBlock({ row, column }, head)
}

/** Another block beside those there are. */
export function addBlock({ earlier, last }: GridSelection, anchor: CellPlace, head: CellPlace): GridSelection {
  return { earlier: [...earlier, last], last: { anchor, head } }
}

/** The order of rows and columns. */
export interface GridAxes {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly rowIndex: ReadonlyMap<string, number>
  readonly columnIndex: ReadonlyMap<string, number>
}

export function gridAxes(rows: readonly string[], columns: readonly string[]): GridAxes {
  return {
    rows,
    columns,
    rowIndex: new Map(rows.map((name, index) => [name, index])),
    columnIndex: new Map(columns.map((name, index) => [name, index])),
  }
}

/** A selection as the grid has it now: by indexes, without the blocks that lost a corner to a filter. */
export interface SelectedCells {
  readonly active: { readonly row: number; readonly column: number }
  readonly count: number
  readonly isSelected: (row: number, column: number) => boolean
  readonly places: () => CellPlace[]
}

interface Block {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export function selectedCells({ earlier, last }: GridSelection, axes: GridAxes): SelectedCells {
  const blocks = [...earlier, last].flatMap((range) => toBlock(range, axes) ?? [])
  const shown = blocks.length > 0 || axes.rows.length === 0 ? blocks : [{ top: 0, bottom: 0, left: 0, right: 0 }]
  const isSelected = (row: number, column: number) =>
    shown.filter((block) => covers(block, row, column)).length % 2 === 1
  const rows = axes.rowIndex.get(last.head.row)
  const columns = axes.columnIndex.get(last.head.column)
  const places = () => placesIn(shown, axes, isSelected)
  const [only] = shown
  return {
    active: rows === undefined || columns === undefined ? { row: 0, column: 0 } : { row: rows, column: columns },
    count: only !== undefined && shown.length === 1 ? sizeOf(only) : places().length,
    isSelected,
    places,
  }
}

function toBlock({ anchor, head }: CellRange, { rowIndex, columnIndex }: GridAxes): Block | undefined {
  const rows = [rowIndex.get(anchor.row), rowIndex.get(head.row)]
  const columns = [columnIndex.get(anchor.column), columnIndex.get(head.column)]
  const [a, b, c, d] = [...rows, ...columns]
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined
  return { top: Math.min(a, b), bottom: Math.max(a, b), left: Math.min(c, d), right: Math.max(c, d) }
}

function covers({ top, bottom, left, right }: Block, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right
}

function sizeOf({ top, bottom, left, right }: Block): number {
  return (bottom - top + 1) * (right - left + 1)
}

function placesIn(blocks: readonly Block[], axes: GridAxes, isSelected: SelectedCells['isSelected']): CellPlace[] {
  const found = new Map<string, CellPlace>()
  for (const { top, bottom, left, right } of blocks) {
    for (const [index, row] of axes.rows.slice(top, bottom + 1).entries()) {
      for (const [offset, column] of axes.columns.slice(left, right + 1).entries()) {
        if (isSelected(top + index, left + offset)) found.set(`${top + index} ${left + offset}`, { row, column })
      }
    }
  }
  return [...found.values()]
}
