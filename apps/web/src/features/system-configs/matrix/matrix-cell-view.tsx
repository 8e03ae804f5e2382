import { EyeOff, Pin, TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import { classNames } from '#web/lib/class-names.ts'
import { COLUMN_WIDTH } from './grid-measures.ts'
import type { MatrixCell } from './matrix-cell.ts'
import styles from './matrix-grid.module.css'
import type { MatrixRow } from './matrix-rows.ts'
import type { CellWords } from './use-cell-words.ts'

interface MatrixCellViewProps {
  cell: MatrixCell
  row: MatrixRow
  rowIndex: number
  columnIndex: number
  left: number
  words: CellWords
  isSelected: boolean
  isActive: boolean
}

/** One cell. What its looks say is also in its name. */
export const MatrixCellView = memo(function MatrixCellView(props: MatrixCellViewProps) {
  const { cell, row, rowIndex, columnIndex, left, words, isSelected, isActive } = props
  return (
    // biome-ignore lint/a11y/useSemanticElements: cells stand where the virtualiser puts them, which a table cannot.
    <div
      role="gridcell"
      className={classNames(styles.cell, ...looks(cell))}
      style={{ left, width: COLUMN_WIDTH }}
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
