import type { CellPlace, GridAxes } from './grid-selection.ts'
import type { ColumnGroup } from './matrix-columns.ts'

/**
 * The block that belongs to what the pointer is on: a cell, or all cells under or beside a heading. The head is the
 * corner next to the heading. Undefined where there is neither.
 */
export function pointedCells(
  target: EventTarget,
  axes: GridAxes,
  groups: readonly ColumnGroup[],
): { anchor: CellPlace; head: CellPlace } | undefined {
  const element =
    target instanceof Element
      ? target.closest<HTMLElement>('[data-row], [data-column], [data-group], [data-corner]')
      : null
  if (element === null) return undefined
  const { row, column, group } = element.dataset
  const [top, bottom] = row === undefined ? [0, axes.rows.length - 1] : [Number(row), Number(row)]
  const spanned = groups.find(({ start }) => String(start) === group)
  const [left, right] =
    spanned !== undefined
      ? [spanned.start, spanned.start + spanned.size - 1]
      : column === undefined
        ? [0, axes.columns.length - 1]
        : [Number(column), Number(column)]
  const [firstRow, lastRow] = [axes.rows[top], axes.rows[bottom]]
  const [firstColumn, lastColumn] = [axes.columns[left], axes.columns[right]]
  if (firstRow === undefined || lastRow === undefined || firstColumn === undefined || lastColumn === undefined)
    return undefined
  return { anchor: { row: lastRow, column: lastColumn }, head: { row: firstRow, column: firstColumn } }
}
