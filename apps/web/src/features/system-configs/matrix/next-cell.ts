/** A cell by its indexes. */
export interface CellIndex {
  readonly row: number
  readonly column: number
}

interface Size {
  readonly rows: number
  readonly columns: number
  /** Rows that are in sight at once. */
  readonly page: number
}

type Move = (from: CellIndex, size: Size) => Partial<CellIndex>

const MOVES: Readonly<Record<string, Move>> = {
  ArrowUp: ({ row }) => ({ row: row - 1 }),
  ArrowDown: ({ row }) => ({ row: row + 1 }),
  ArrowLeft: ({ column }) => ({ column: column - 1 }),
  ArrowRight: ({ column }) => ({ column: column + 1 }),
  PageUp: ({ row }, { page }) => ({ row: row - page }),
  PageDown: ({ row }, { page }) => ({ row: row + page }),
  Home: () => ({ column: 0 }),
  End: (_, { columns }) => ({ column: columns - 1 }),
}

const FAR_MOVES: Readonly<Record<string, Move>> = {
  ArrowUp: () => ({ row: 0 }),
  ArrowDown: (_, { rows }) => ({ row: rows - 1 }),
  ArrowLeft: () => ({ column: 0 }),
  ArrowRight: (_, { columns }) => ({ column: columns - 1 }),
  Home: () => ({ row: 0, column: 0 }),
  End: (_, { rows, columns }) => ({ row: rows - 1, column: columns - 1 }),
}

/** Where a key leads from a cell, as in a spreadsheet; with Ctrl to the edge. Undefined for a key that does not move. */
export function nextCell(key: string, isFar: boolean, from: CellIndex, size: Size): CellIndex | undefined {
  const move = (isFar ? FAR_MOVES : MOVES)[key]
  if (move === undefined) return undefined
  const to = { ...from, ...move(from, size) }
  return { row: within(to.row, size.rows), column: within(to.column, size.columns) }
}

function within(index: number, count: number): number {
  return Math.max(0, Math.min(count - 1, index))
}
