import type { Virtualizer } from '@tanstack/react-virtual'
import type { KeyboardEvent, RefObject } from 'react'
import { HEAD_HEIGHT, ROW_HEIGHT } from './grid-measures.ts'
import {
  type CellPlace,
  extendTo,
  type GridAxes,
  type GridSelection,
  type SelectedCells,
  selectBlock,
  selectCell,
} from './grid-selection.ts'
import { type CellIndex, nextCell } from './next-cell.ts'

interface GridKeys {
  axes: GridAxes
  selection: GridSelection
  selected: SelectedCells
  scroller: RefObject<HTMLDivElement | null>
  virtual: Record<'rows' | 'columns', Virtualizer<HTMLDivElement, Element>>
  onSelect: (selection: GridSelection) => void
  onEdit: () => void
  /** Sets what is typed in a cell; false where that cannot be, and the cell stays open. */
  onCommit: () => boolean
  onGiveUp: () => void
  onReset: () => void
}

/**
 * What keys do in the grid, as in a spreadsheet.
 * - arrows, Home, End and the page keys move; with Shift they select, with Ctrl they go to the edge
 * - Shift+Space selects the row, Ctrl+Space the column, Ctrl+A everything; Escape only the active cell
 * - Enter and F2 edit, a character begins to type the new value, Delete resets
 * - in an open cell Enter sets and goes down, Tab to the right, with Shift the other way; Escape gives up
 */
export function useGridKeys(keys: GridKeys): (event: KeyboardEvent) => void {
  const { axes, selection, selected, scroller, virtual, onSelect, onEdit, onCommit, onGiveUp, onReset } = keys
  const { active } = selected

  function move(to: CellIndex, isExtending: boolean) {
    const place = placeAt(axes, to)
    if (place === undefined) return
    onSelect(isExtending ? extendTo(selection, place, axes) : selectCell(place))
    // Along the other way nothing moves: a whole row stays where it is while more rows are selected.
    if (to.row !== active.row) virtual.rows.scrollToIndex(to.row)
    if (to.column !== active.column) virtual.columns.scrollToIndex(to.column)
  }

  function select(from: CellIndex, to: CellIndex) {
    const [anchor, head] = [placeAt(axes, from), placeAt(axes, to)]
    if (anchor !== undefined && head !== undefined) onSelect(selectBlock(anchor, head))
  }

  /** What is typed in an open cell is no key of the grid's, but for those that end it. */
  function keyInCell(event: KeyboardEvent) {
    const isCtrl = event.ctrlKey || event.metaKey
    const key = event.key.toLowerCase()
    const step = event.shiftKey ? -1 : 1
    if (key === 'escape') onGiveUp()
    else if (key === 'enter' || key === 'tab') {
      if (onCommit())
        move(
          key === 'enter' ? { ...active, row: active.row + step } : { ...active, column: active.column + step },
          false,
        )
    } else if (isCtrl && key === 's') {
      // Saved is what stands in the cells, this one among them.
      if (onCommit()) return
    } else {
      // A field that is not set yet has its own undo.
      if (isCtrl && (key === 'z' || key === 'y')) event.stopPropagation()
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }

  return (event) => {
    if (isInEditor(event.target)) return keyInCell(event)
    // What a cell opens over the page, such as a list, has keys of its own.
    if (event.target instanceof Node && !event.currentTarget.contains(event.target)) return
    const isFar = event.ctrlKey || event.metaKey
    const size = {
      rows: axes.rows.length,
      columns: axes.columns.length,
      page: Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - HEAD_HEIGHT) / ROW_HEIGHT) - 1),
    }
    const [lastRow, lastColumn] = [size.rows - 1, size.columns - 1]
    const to = event.altKey ? undefined : nextCell(event.key, isFar, active, size)
    if (to !== undefined) move(to, event.shiftKey)
    else if (event.key === ' ' && event.shiftKey)
      select({ row: active.row, column: lastColumn }, { row: active.row, column: 0 })
    else if (event.key === ' ' && isFar)
      select({ row: lastRow, column: active.column }, { row: 0, column: active.column })
    else if (event.key === 'a' && isFar) select({ row: lastRow, column: lastColumn }, { row: 0, column: 0 })
    else if (event.key === 'Escape') move(active, false)
    else if (event.key === 'Delete' || event.key === 'Backspace') onReset()
    else if (event.key === 'Enter' || event.key === 'F2') onEdit()
    else if (isCharacter(event)) {
      // The field has the focus when the character arrives, so that the browser itself types it there.
      onEdit()
      event.stopPropagation()
      return
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
}

/** Whether something belongs to the value that is edited in its cell. */
export function isInEditor(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[data-editor]') !== null
}

function isCharacter({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey
}

function placeAt({ rows, columns }: GridAxes, index: CellIndex): CellPlace | undefined {
  const [row, column] = [rows[index.row], columns[index.column]]
  return row === undefined || column === undefined ? undefined : { row, column }
}
