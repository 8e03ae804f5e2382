import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type MouseEvent, type ReactNode, type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { useNarrow, useVeryWide } from '#web/lib/window-width.ts'
import { COLUMN_WIDTH, HEAD_HEIGHT, KEY_WIDTH, ROW_HEIGHT } from './grid-measures.ts'
import {
  addBlock,
  type CellPlace,
  extendTo,
  type GridAxes,
  type GridSelection,
  type SelectedCells,
  selectBlock,
} from './grid-selection.ts'
import type { ReadCell } from './matrix-cell.ts'
import type { ColumnGroup, MatrixColumn } from './matrix-columns.ts'
import styles from './matrix-grid.module.css'
import { MatrixHead } from './matrix-head.tsx'
import { MatrixRowView } from './matrix-row-view.tsx'
import type { MatrixRow } from './matrix-rows.ts'
import type { CellIndex } from './next-cell.ts'
import type { CellWords } from './use-cell-words.ts'
import { isInEditor, useGridKeys } from './use-grid-keys.ts'

export interface MatrixGridProps {
  category: string
  rows: readonly MatrixRow[]
  columns: readonly MatrixColumn[]
  groups: readonly ColumnGroup[]
  axes: GridAxes
  read: ReadCell
  words: CellWords
  selection: GridSelection
  selected: SelectedCells
  onSelect: (selection: GridSelection) => void
  /** What edits the active cell in its place, while it is edited there. */
  editor: ReactNode
  /** Goes to the field that edits what is selected. */
  onEdit: () => void
  onCommit: () => boolean
  onGiveUp: () => void
  onReset: () => void
}

/** Keys by sections, mounted as far as they are in sight. One cell has the focus and leads to the others by keys. */
export function MatrixGrid(props: MatrixGridProps) {
  const { category, rows, columns, groups, axes, read, words, selection, selected, editor, onSelect } = props
  const t = useTranslations('matrix.grid')
  const scroller = useRef<HTMLDivElement>(null)
  const pointer = useRef({ isDragging: false, isTouch: false })
  const keyWidth = useNarrow() ? KEY_WIDTH.narrow : KEY_WIDTH.wide
  const columnWidth = useVeryWide() ? COLUMN_WIDTH.veryWide : COLUMN_WIDTH.usual
  const { active } = selected
  const virtual = useGridVirtualizers({
    scroller,
    rows: rows.length,
    columns: columns.length,
    keyWidth,
    columnWidth,
    active,
  })
  const onKeyDown = useGridKeys({ ...props, scroller, virtual })
  useFocusOnActive(scroller, active)
  useStartAt(virtual, active)

  function point(event: MouseEvent) {
    const cells = pointedCells(event.target, axes, groups)
    if (cells === undefined) return
    const { anchor, head } = cells
    if (event.shiftKey) onSelect(extendTo(selection, head, axes))
    else onSelect(event.ctrlKey || event.metaKey ? addBlock(selection, anchor, head) : selectBlock(anchor, head))
  }

  const inSight = virtual.columns.getVirtualItems()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot be mounted in parts both ways.
    <div
      ref={scroller}
      role="grid"
      tabIndex={-1}
      className={styles.scroller}
      aria-label={t('label', { category })}
      aria-multiselectable="true"
      aria-rowcount={rows.length + 2}
      aria-colcount={columns.length + 1}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (isInEditor(event.target)) return
        const isTouch = event.pointerType === 'touch' || event.pointerType === 'pen'
        pointer.current = { isTouch, isDragging: !isTouch && event.button === 0 }
        if (pointer.current.isDragging) point(event)
      }}
      // A cell that has to stay open keeps the focus.
      onMouseDown={(event) => {
        if (editor !== undefined && !isInEditor(event.target)) event.preventDefault()
      }}
      onPointerOver={(event) => {
        if (!pointer.current.isDragging || (event.buttons & 1) === 0) return
        const cells = pointedCells(event.target, axes, groups)
        if (cells !== undefined) onSelect(extendTo(selection, cells.head, axes))
      }}
      // A finger that comes down may be about to scroll.
      onClick={(event) => {
        if (!pointer.current.isTouch || isInEditor(event.target)) return
        point(event)
        const cells = pointedCells(event.target, axes, groups)
        if (cells !== undefined && cells.anchor.column === cells.head.column) {
          virtual.columns.scrollToIndex(axes.columnIndex.get(cells.head.column) ?? 0)
        }
      }}
      onDoubleClick={(event) => {
        if (!isInEditor(event.target)) props.onEdit()
      }}
    >
      <div
        className={styles.canvas}
        style={{
          width: virtual.columns.getTotalSize(),
          height: Math.max(virtual.rows.getTotalSize(), HEAD_HEIGHT),
        }}
      >
        <MatrixHead columns={columns} groups={groups} inSight={inSight} keyWidth={keyWidth} columnWidth={columnWidth} />
        {virtual.rows.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]
          return row === undefined ? null : (
            <MatrixRowView
              key={row.pointer}
              row={row}
              index={index}
              top={start}
              columns={columns}
              inSight={inSight}
              read={read}
              words={words}
              isSelected={selected.isSelected}
              active={index === active.row ? active.column : undefined}
              editor={index === active.row ? editor : undefined}
            />
          )
        })}
      </div>
    </div>
  )
}

/** The cell that the address leads to is in sight from the beginning. */
function useStartAt({ rows, columns }: ReturnType<typeof useGridVirtualizers>, { row, column }: CellIndex) {
  const isStarted = useRef(false)
  useEffect(() => {
    if (isStarted.current) return
    isStarted.current = true
    if (row > 0) rows.scrollToIndex(row)
    if (column > 0) columns.scrollToIndex(column)
  })
}

/** The focus follows the active cell once it was in the grid, also when the cell that had it is gone. */
function useFocusOnActive(scroller: RefObject<HTMLDivElement | null>, { row, column }: SelectedCells['active']) {
  const isFirst = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the cell is found by its mark.
  useLayoutEffect(() => {
    if (isFirst.current) {
      isFirst.current = false
      return
    }
    const { activeElement } = document
    const isHere = activeElement === document.body || scroller.current?.contains(activeElement) === true
    if (isHere) scroller.current?.querySelector<HTMLElement>('[data-active]')?.focus({ preventScroll: true })
  }, [row, column])
}

/**
 * The block that belongs to what the pointer is on: a cell, or all cells under or beside a heading. The head is the
 * corner next to the heading. Undefined where there is neither.
 */
function pointedCells(
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

interface GridParts {
  scroller: RefObject<HTMLDivElement | null>
  rows: number
  columns: number
  keyWidth: number
  columnWidth: number
  active: CellIndex
}

/** Which rows and columns are in sight, both ways. The active cell is always among them, so that it keeps the focus. */
function useGridVirtualizers({ scroller, rows, columns, keyWidth, columnWidth, active }: GridParts) {
  const getScrollElement = useCallback(() => scroller.current, [scroller])
  const virtual = {
    rows: useVirtualizer({
      count: rows,
      getScrollElement,
      estimateSize: useCallback(() => ROW_HEIGHT, []),
      paddingStart: HEAD_HEIGHT,
      scrollPaddingStart: HEAD_HEIGHT,
      overscan: 3,
      rangeExtractor: useRangeWith(active.row, rows),
    }),
    columns: useVirtualizer({
      horizontal: true,
      count: columns,
      getScrollElement,
      estimateSize: useCallback(() => columnWidth, [columnWidth]),
      paddingStart: keyWidth,
      scrollPaddingStart: keyWidth,
      overscan: 1,
      rangeExtractor: useRangeWith(active.column, columns),
    }),
  }
  const { columns: columnsInSight } = virtual
  // biome-ignore lint/correctness/useExhaustiveDependencies: a size that was read once is kept.
  useLayoutEffect(() => columnsInSight.measure(), [columnsInSight, columnWidth])
  return virtual
}

function useRangeWith(index: number, count: number): (range: Range) => number[] {
  return useCallback(
    (range) => {
      const inSight = defaultRangeExtractor(range)
      if (index >= count || inSight.includes(index)) return inSight
      return [...inSight, index].sort((a, b) => a - b)
    },
    [index, count],
  )
}
