import type { VirtualItem } from '@tanstack/react-virtual'
import { memo } from 'react'
import { keyText } from '../words/key-text.ts'
import type { SelectedCells } from './grid-selection.ts'
import type { ReadCell } from './matrix-cell.ts'
import { MatrixCellView } from './matrix-cell-view.tsx'
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
}

/** A key, and the cells of it that are in sight. */
export const MatrixRowView = memo(function MatrixRowView(props: MatrixRowViewProps) {
  const { row, index, top, columns, inSight, read, words, isSelected, active } = props
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows stand where the virtualiser puts them, which a table cannot.
    // biome-ignore lint/a11y/useFocusableInteractive: the focus is on the cells, as the grid pattern has it.
    <div role="row" className={styles.row} style={{ top }} aria-rowindex={index + 3}>
      {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: Shift and the space bar select the row from any of its cells. */}
      <div role="rowheader" className={styles.key} aria-colindex={1} data-row={index} title={row.title}>
        <code>{keyText(row.pointer)}</code>
      </div>
      {inSight.map(({ index: columnIndex, start }) => {
        const column = columns[columnIndex]
        return column === undefined ? null : (
          <MatrixCellView
            key={column.section}
            cell={read(row.pointer, column)}
            row={row}
            rowIndex={index}
            columnIndex={columnIndex}
            left={start}
            words={words}
            isSelected={isSelected(index, columnIndex)}
            isActive={active === columnIndex}
          />
        )
      })}
    </div>
  )
})
