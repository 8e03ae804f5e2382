import type { VirtualItem } from '@tanstack/react-virtual'
import { EyeOff, Pin, TriangleAlert } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { classNames } from '#web/lib/class-names.ts'
import { keyText } from '../words/key-text.ts'
import type { SelectedCells } from './grid-selection.ts'
import type { MatrixCell, ReadCell } from './matrix-cell.ts'
import type { MatrixColumn } from './matrix-columns.ts'
import styles from './matrix-grid.module.css'
import type { MatrixRow } from './matrix-rows.ts'
import type { CellWords } from './use-cell-words.ts'

interface MatrixRowViewProps {
  row: MatrixRow
  index: number
  top: number
  columns: readonly MatrixColumn[]
  inSight: readonly VirtualItem[]
  read: ReadCell
  words: CellWords
  isSelected: SelectedCells['isSelected']
  /** The active cell's column, where it is in this row. */
  active: number | undefined
  /** What edits the active cell, while it is edited. */
  editor: ReactNode
}

/** A key, and the cells of it that are in sight. */
export const MatrixRowView = memo(function MatrixRowView(props: MatrixRowViewProps) {
  const { row, index, top, columns, inSight, read, words, isSelected, active, editor } = props
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows stand where the virtualiser puts them, which a table cannot.
    // biome-ignore lint/a11y/useFocusableInteractive: the focus is on the cells, as the grid pattern has it.
    <div role="row" className={styles.row} style={{ top }} aria-rowindex={index + 3}>
      {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: Shift and the space bar select the row from any of its cells. */}
      <div role="rowheader" className={styles.key} aria-colindex={1} data-row={index} title={row.title}>
        <code>{keyText(row.pointer)}</code>
      </div>
      {inSight.map(({ index: columnIndex, start, size }) => {
        const column = columns[columnIndex]
        return column === undefined ? null : (
          <MatrixCellView
            key={column.section}
            cell={read(row.pointer, column)}
            row={row}
            rowIndex={index}
            columnIndex={columnIndex}
            left={start}
            width={size}
            words={words}
            isSelected={isSelected(index, columnIndex)}
            isActive={active === columnIndex}
            editor={active === columnIndex ? editor : undefined}
          />
        )
      })}
    </div>
  )
})

interface MatrixCellViewProps {
  cell: MatrixCell
  row: MatrixRow
  rowIndex: number
  columnIndex: number
  left: number
  width: number
  words: CellWords
  isSelected: boolean
  isActive: boolean
  editor: ReactNode
}

/** One cell. What its looks say is also in its name. */
const MatrixCellView = memo(function MatrixCellView(props: MatrixCellViewProps) {
  const { cell, row, rowIndex, columnIndex, left, width, words, isSelected, isActive, editor } = props
  return (
    // biome-ignore lint/a11y/useSemanticElements: cells stand where the virtualiser puts them, which a table cannot.
    <div
      role="gridcell"
      className={classNames(styles.cell, ...looks(cell))}
      style={{ left, width }}
      aria-colindex={columnIndex + 2}
      aria-selected={isSelected}
      aria-label={words.whole(cell, row)}
      aria-invalid={cell.error !== undefined}
      tabIndex={isActive ? 0 : -1}
      data-row={rowIndex}
      data-column={columnIndex}
      data-active={isActive ? '' : undefined}
    >
      {cell.isPin ? <Pin className={styles.mark} aria-hidden="true" /> : null}
      {cell.maskedBy.length > 0 ? <EyeOff className={styles.mark} aria-hidden="true" /> : null}
      {cell.error === undefined ? null : (
        <TriangleAlert className={classNames(styles.mark, styles.badMark)} aria-hidden="true" />
      )}
      {words.short(cell, row)}
      {editor}
    </div>
  )
})

function looks({ own, readings, isNoise, isUnsaved, error }: MatrixCell): (string | undefined | false)[] {
  return [
    own !== undefined && styles.set,
    isNoise && styles.noise,
    own === undefined && readings.every(({ value }) => value === undefined) && styles.builtIn,
    readings.length > 1 && styles.depends,
    isUnsaved && styles.unsaved,
    error !== undefined && styles.bad,
  ]
}
